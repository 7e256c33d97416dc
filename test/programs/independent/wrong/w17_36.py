import numpy as np

def relu(z, leak=0.0):
    return np.where(z > 0, z, leak * z)

def relu_grad(dA, cache):
    """ReLU backward: cache holds the pre-activation Z."""
    Z = cache
    dZ = dA.copy()
    dZ[dZ <= 0] = 0
    assert dZ.shape == Z.shape
    return dZ

rng = np.random.default_rng(1)
Z = rng.normal(size=(3, 4))
A = relu(Z)
dA = rng.normal(size=Z.shape)
print(relu_grad(dA.copy(), Z))
