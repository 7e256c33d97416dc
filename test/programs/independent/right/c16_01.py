import numpy as np

def corr2d(X, K):
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for j in reversed(range(Y.shape[1])):
        for i in reversed(range(Y.shape[0])):
            Y[i, j] = (K * X[i:i + h, j:j + w]).sum()
    return Y

X = np.arange(20.0).reshape(4, 5)
K = np.array([[0.0, 1.0], [2.0, -3.0]])
print(corr2d(X, K))
