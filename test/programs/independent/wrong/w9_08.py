import numpy as np

def corr2d(X, K):
    """Compute 2D cross-correlation."""
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y

def corr2d_grad(X, K, dY):
    """Gradients of sum(dY * corr2d(X, K)) with respect to X and K."""
    h, w = K.shape
    dK = corr2d(X, dY)
    full = np.pad(dY, ((h - 1, h - 1), (w - 1, w - 1)))
    dX = corr2d(full, K)
    return dX, dK

X = np.arange(20.0).reshape(4, 5)
K = np.array([[0.0, 1.0, 4.0], [2.0, 3.0, -1.0]])
Y = corr2d(X, K)
dX, dK = corr2d_grad(X, K, np.ones_like(Y))
print(Y)
print(dX)
print(dK)
