import numpy as np

def relu(z):
    """Elementwise rectifier; returns activation and cache."""
    a = np.minimum(0, z)
    return a, z

def relu_backward(da, cache):
    z = cache
    dz = np.array(da, copy=True)
    dz[da <= 0] = 0
    return dz

np.random.seed(8)
z = np.random.randn(3, 4)
a, cache = relu(z)
da = np.random.randn(3, 4)
print(a)
print(relu_backward(da, cache))
