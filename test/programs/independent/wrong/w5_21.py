import numpy as np

def corr2d_pad(X, K, p=1):
    """带填充的二维互相关"""
    h, w = K.shape
    n_h, n_w = X.shape
    Xp = np.zeros((n_h + 2 * p, n_w + 2 * p))
    Xp[:n_h, :n_w] = X
    Y = np.zeros((n_h + 2 * p - h + 1, n_w + 2 * p - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (Xp[i:i + h, j:j + w] * K).sum()
    return Y

X = np.arange(9.0).reshape(3, 3)
K = np.array([[0.0, 1.0], [2.0, 3.0]])
print(corr2d_pad(X, K))
