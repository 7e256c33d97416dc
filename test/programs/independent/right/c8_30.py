import numpy as np

def leaky_or_plain_relu(z, alpha=0.0):
    return np.maximum(z, 0) + alpha * np.minimum(z, 0)

def relu_backward(dA, Z, alpha=0.0):
    dZ = dA.copy()
    dZ[Z <= 0] *= alpha
    return dZ

def avg_pool_backward(dA, f, stride, shape):
    """Vectorised: every offset (a, b) in the window receives the same share. NHWC."""
    m, nH, nW, nC = dA.shape
    dX = np.zeros(shape)
    share = dA / f / f
    for a in range(f):
        for b in range(f):
            dX[:, a:a + stride * nH:stride, b:b + stride * nW:stride, :] += share
    return dX

rng = np.random.RandomState(30)
Z = rng.randn(2, 6, 7, 3)
dA = rng.randn(2, 6, 7, 3)
print(leaky_or_plain_relu(Z)[0, 0], relu_backward(dA, Z)[0, 0])
print(relu_backward(dA, Z, 0.1).mean())
print(avg_pool_backward(rng.randn(2, 3, 3, 3), 2, 2, (2, 6, 7, 3)).shape)
