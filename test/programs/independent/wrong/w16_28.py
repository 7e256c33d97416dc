import numpy as np

def relu(Z):
    A = np.maximum(0, Z)
    cache = Z
    return A, cache

def relu_backward(dA, cache):
    """
    Implement the backward propagation for a single RELU unit.
    dA -- post-activation gradient, of any shape
    cache -- 'Z' stored for computing backward propagation efficiently
    """
    Z = cache
    dZ = np.array(dA, copy=True)
    dZ[dA <= 0] = 0
    assert dZ.shape == Z.shape
    return dZ

np.random.seed(28)
Z = np.random.randn(2, 4, 4, 3)
A, cache = relu(Z)
dZ = relu_backward(np.random.randn(2, 4, 4, 3), cache)
print(A.sum(), dZ.sum())
