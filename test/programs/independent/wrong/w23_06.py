import numpy as np


def corr2d(X, K):
    """Compute 2D cross-correlation."""
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[0]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y


def corr2d_multi_in(X, K):
    return sum(corr2d(x, k) for x, k in zip(X, K))


def corr2d_multi_in_out(X, K):
    return np.stack([corr2d_multi_in(X, k) for k in K], 0)


X = np.ones((6, 8))
X[:, 2:6] = 0
K = np.array([[1.0, -1.0]])
print(corr2d(X, K))

X = np.arange(24.0).reshape(2, 3, 4)
K = np.arange(8.0).reshape(2, 2, 2)
print(corr2d_multi_in_out(X, np.stack((K, K + 1, K + 2), 0)).shape)
