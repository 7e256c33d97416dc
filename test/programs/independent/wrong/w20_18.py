import numpy as np

def relu(Z):
    A = np.maximum(0, Z)
    assert A.shape == Z.shape
    cache = Z
    return A, cache

def relu_backward(dA, cache):
    """
    Implement the backward propagation for a single RELU unit.

    dA -- post-activation gradient, of any shape
    cache -- 'Z' where we store for computing backward propagation efficiently
    """
    Z = cache
    inactive = np.less_equal(Z, 0).astype(int)
    dZ = dA * ~inactive
    assert dZ.shape == Z.shape
    return dZ

np.random.seed(6)
A, cache = relu(np.random.randn(4, 5))
dZ = relu_backward(np.random.randn(4, 5), cache)
print(dZ)
