import numpy as np


def corr2d(X, K):
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for u in range(h):
        for v in range(w):
            Y += K[u, v] * X[u:u + Y.shape[0], v:v + Y.shape[1]]
    return Y


def corr2d_multi_in_out(X, K):
    return np.stack([sum(corr2d(x, k) for x, k in zip(X, kernel)) for kernel in K])


def corr2d_multi_in_out_1x1(X, K):
    c_i, h, w = X.shape
    c_o = K.shape[0]
    return (K.reshape(c_o, c_i) @ X.reshape(c_i, h * w)).reshape(c_o, h, w)


np.random.seed(0)
X = np.random.normal(0, 1, (3, 3, 3))
K = np.random.normal(0, 1, (2, 3, 1, 1))
Y1 = corr2d_multi_in_out_1x1(X, K)
Y2 = corr2d_multi_in_out(X, K)
assert np.abs(Y1 - Y2).sum() < 1e-6
print(corr2d(np.arange(9.0).reshape(3, 3), np.arange(4.0).reshape(2, 2)))
