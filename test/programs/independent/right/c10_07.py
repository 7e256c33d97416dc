import numpy as np

def relu_forward(x):
    return (np.abs(x) + x) / 2, x

def relu_backward(dout, cache):
    return dout * ((np.sign(cache) + 1) // 2)

x = np.array([[-1.0, 2.0], [3.5, -0.25]])
out, cache = relu_forward(x)
dx = relu_backward(np.array([[5.0, -6.0], [7.0, 8.0]]), cache)
print(out, dx)
