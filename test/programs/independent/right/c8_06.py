import numpy as np

def corr2d(X, K):
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(h):
        for j in range(w):
            Y += K[i, j] * X[i:i + Y.shape[0], j:Y.shape[1] + j]
    return Y

def corr2d_multi_in_out_1x1(X, K):
    c_i, h, w = X.shape
    c_o = K.shape[0]
    Y = np.matmul(K.reshape(c_o, c_i), X.reshape(c_i, h * w))
    return Y.reshape((c_o, h, w))

def corr2d_multi_in_out(X, K):
    return np.stack([sum(corr2d(x, k) for x, k in zip(X, kk)) for kk in K])

rng = np.random.default_rng(0)
X = rng.normal(0, 1, (3, 3, 4))
K = rng.normal(0, 1, (2, 3, 1, 1))
Y1 = corr2d_multi_in_out_1x1(X, K)
Y2 = corr2d_multi_in_out(X, K)
assert float(np.abs(Y1 - Y2).sum()) < 1e-6
print(Y1)
