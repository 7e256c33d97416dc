import numpy as np

def corr2d(X, K):
    """Compute 2D cross-correlation."""
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        rows = X[i:i + h]
        for j in range(Y.shape[1]):
            Y[i, j] = (rows[j:j + w] * K).sum()
    return Y

def corr2d_multi_in(X, K):
    return sum(corr2d(x, k) for x, k in zip(X, K))

X = np.arange(9.0).reshape(3, 3)
K = np.array([[0.0, 1.0], [2.0, 3.0]])
print(corr2d(X, K))
print(corr2d_multi_in(np.stack([X, X + 1]), np.stack([K, K + 1])))
