import numpy as np

def relu_(z):
    """ReLU applied in place to save memory; returns the same array."""
    z[z < 0] = 0
    return z

def residual_relu(x):
    # y = relu(x) + x
    h = np.array(x, dtype=np.float64)
    skip = h
    h = relu_(h)
    return h + skip

x = np.linspace(-2, 2, 12).reshape(1, 3, 2, 2)
print(residual_relu(x))
print(x)
