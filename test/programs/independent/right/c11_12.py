import numpy as np

def corr2d(X, K):
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y

def corr2d_multi_in_out_1x1(X, K):
    c_i, h, w = X.shape
    c_o = K.shape[0]
    X = X.reshape((c_i, h * w))
    K = K.reshape((c_o, c_i))
    Y = np.matmul(K, X)  # matrix multiplication in the fully connected layer
    return Y.reshape((c_o, h, w))

X = np.random.default_rng(0).normal(size=(3, 3, 4))
K = np.random.default_rng(1).normal(size=(2, 3, 1, 1))
Y1 = corr2d_multi_in_out_1x1(X, K)
Y2 = np.stack([sum(corr2d(x, k) for x, k in zip(X, kk)) for kk in K], 0)
assert np.abs(Y1 - Y2).sum() < 1e-6
print(Y1)
