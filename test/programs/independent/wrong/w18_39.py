import numpy as np

def relu_backward(dA, Z):
    dZ = dA
    dZ[Z < 0] = 0
    return dZ

Z = np.array([[1.0, -2.0], [-0.5, 3.0]])
dA = np.array([[1.0, 2.0], [3.0, 4.0]])
total = relu_backward(dA, Z) + dA
print(total)
