import numpy as np


def relu_forward(Z):
    A = np.maximum(0, Z)
    return A, Z


def relu_backward(dA, cache):
    Z = cache
    dZ = np.array(dA, copy=True)
    dZ[dA <= 0] = 0
    return dZ


def conv_single(X, K):
    h, w = K.shape
    out = np.empty((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for (i, j), _ in np.ndenumerate(out):
        out[i, j] = np.vdot(X[i:i + h, j:j + w], K)
    return out


def conv_single_backward(dZ, X, K):
    """dX is the full convolution of dZ with K, dK is corr(X, dZ)."""
    h, w = K.shape
    dK = conv_single(X, dZ)
    padded = np.pad(dZ, ((h - 1, h - 1), (w - 1, w - 1)))
    dX = conv_single(padded, K[::-1, ::-1])
    return dX, dK


np.random.seed(21)
X = np.random.randn(5, 6)
K = np.random.randn(3, 2)
A, cache = relu_forward(conv_single(X, K))
dX, dK = conv_single_backward(relu_backward(np.ones_like(A), cache), X, K)
print(dX.shape, dK)
