import numpy as np

def corr2d(X, K):
    h, w = K.shape
    return np.array([[(X[i:i + h, j:j + w] * K).sum()
                      for j in range(X.shape[1] - w + 1)]
                     for i in range(X.shape[0] - h + 1)])

def corr2d_multi_in(X, K):
    return sum(corr2d(x, k) for x, k in zip(X, K))

def corr2d_multi_in_out(X, K):
    return np.stack([corr2d_multi_in(X, k) for k in K], 0)

def corr2d_multi_in_out_1x1(X, K):
    c_i, h, w = X.shape
    c_o = K.shape[0]
    X = X.reshape((c_i, h * w))
    K = K.reshape((c_o, c_i))
    return (K @ X).reshape((c_o, h, w))

X = np.array([[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0], [6.0, 7.0, 8.0]],
              [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]]])
K = np.array([[[0.0, 1.0], [2.0, 3.0]], [[1.0, 2.0], [3.0, 4.0]]])
K = np.stack((K, K + 1, K + 2), 0)
print(corr2d_multi_in_out(X, K))

X = np.random.RandomState(0).normal(0, 1, (3, 3, 3))
K = np.random.RandomState(1).normal(0, 1, (2, 3, 1, 1))
Y1 = corr2d_multi_in_out_1x1(X, K)
Y2 = corr2d_multi_in_out(X, K)
assert float(np.abs(Y1 - Y2).sum()) < 1e-6
