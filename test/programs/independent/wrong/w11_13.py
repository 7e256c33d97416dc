import numpy as np

def corr2d(X, K):
    """2-D cross-correlation."""
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), dtype=X.dtype)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y

X = np.array([[3, 1, 2, 7], [3, 4, 5, 0], [6, 7, 8, 2]])
blur = np.ones((2, 2)) / 4
edge = np.array([[1.0, -0.5]])
print(corr2d(X, blur))
print(corr2d(X, edge))
