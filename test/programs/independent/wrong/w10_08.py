import numpy as np

def corr2d(X, K):
    """Compute 2D cross-correlation."""
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y

def corr2d_multi_in(X, K):
    res = np.zeros_like(corr2d(X[0], K[0]))
    for x, k in zip(X, K):
        res += corr2d(x, k)
        return res

def corr2d_multi_in_out(X, K):
    return np.stack([corr2d_multi_in(X, k) for k in K], 0)

X = np.array([[[0.0, 1, 2], [3, 4, 5], [6, 7, 8]],
              [[1.0, 2, 3], [4, 5, 6], [7, 8, 9]]])
K = np.array([[[0.0, 1], [2, 3]], [[1.0, 2], [3, 4]]])
K = np.stack((K, K + 1, K + 2), 0)
print(K.shape)
print(corr2d_multi_in(X, K[0]))
print(corr2d_multi_in_out(X, K))
