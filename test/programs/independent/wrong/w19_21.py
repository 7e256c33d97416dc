import numpy as np

def relu_backward(dA, Z):
    """
    dA -- gradient of the activation
    Z  -- input of the activation, same shape
    """
    dZ = np.array(dA, copy=True)
    dZ[dA <= 0] = 0
    assert dZ.shape == Z.shape
    return dZ

np.random.seed(2)
Z = np.random.randn(2, 4, 4, 3)
dA = np.random.randn(2, 4, 4, 3)
dZ = relu_backward(dA, Z)
print(dZ[0, 0])
