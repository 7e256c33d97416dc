import numpy as np

def corr2d(X, K):
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = np.sum(X[i:i + h, j:j + w] * K)
    return Y

def corr2d_multi_in(X, K):
    return sum(corr2d(x, k) for x, k in zip(X, K))

def corr2d_multi_in_out(X, K):
    # K: (c_out, c_in, h, w) -> result (c_out, h', w')
    return np.stack([corr2d_multi_in(X, k) for k in K], -1)

X = np.random.default_rng(0).normal(size=(3, 4, 5))
K = np.random.default_rng(1).normal(size=(2, 3, 2, 2))
Y = corr2d_multi_in_out(X, K)
print(Y.shape)
