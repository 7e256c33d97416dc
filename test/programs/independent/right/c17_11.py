import numpy as np

def corr2d(X, K):
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for a in range(h):
        for b in range(w):
            Y += K[a, b] * X[a:X.shape[0] - (h - 1 - a), b:X.shape[1] - (w - 1 - b)]
    return Y

def corr2d_multi_in_out(X, K):
    return np.stack([sum(map(corr2d, X, k)) for k in K])

X = np.arange(18.0).reshape(2, 3, 3)
K = np.array([[[0.0, 1], [2, 3]], [[1.0, 2], [3, 4]]])
K = np.stack((K, K + 1, K + 2))
Y = corr2d_multi_in_out(X, K)
print(Y.shape)
print(Y)
