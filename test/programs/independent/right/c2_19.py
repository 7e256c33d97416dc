import numpy as np

def corr1d(X, K):
    w = K.shape[0]
    Y = np.zeros((X.shape[0] - w + 1))
    for i in range(Y.shape[0]):
        Y[i] = (X[i: i + w] * K).sum()
    return Y

def corr1d_multi_in(X, K):
    return sum(corr1d(x, k) for x, k in zip(X, K))

X, K = np.array([0, 1, 2, 3, 4, 5, 6]), np.array([1, 2])
print(corr1d(X, K))
X = np.array([[0, 1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 7], [2, 3, 4, 5, 6, 7, 8]])
K = np.array([[1, 2], [3, 4], [-1, -3]])
print(corr1d_multi_in(X, K))
