import numpy as np

def corr2d(X, K):
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y

def conv2d(X, K):
    """True (mathematical) convolution, 'valid' part: the kernel is rotated by 180 degrees."""
    return corr2d(X, np.rot90(K, 2))

def corr2d_multi_in_out(X, K):
    return np.stack([sum(corr2d(x, k) for x, k in zip(X, kernel)) for kernel in K], 0)

X = np.arange(9.0).reshape(3, 3)
K = np.array([[0.0, 1.0], [2.0, 3.0]])
print(corr2d(X, K))
print(conv2d(X, K))
XX = np.stack((X, X + 1))
print(corr2d_multi_in_out(XX, np.stack((np.stack((K, K + 1)), np.stack((K + 1, K + 2))))))
