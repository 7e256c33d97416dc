import numpy as np

def trans_conv(X, K):
    h, w = K.shape
    Y = np.zeros((X.shape[0] + h - 1, X.shape[1] + w - 1))
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            Y[i: i + h, j: j + w] += X[i, j] * K
    return Y

def trans_conv_strided(X, K, s):
    """Same result as gathering: every output cell collects its sources."""
    h, w = K.shape
    H, W = X.shape
    Y = np.zeros(((H - 1) * s + h, (W - 1) * s + w))
    for r in range(Y.shape[0]):
        for c in range(Y.shape[1]):
            for i in range(H):
                for j in range(W):
                    a, b = r - i * s, c - j * s
                    if a in range(h) and b in range(w):
                        Y[r, c] += X[i, j] * K[a, b]
    return Y

X = np.array([[0.0, 1.0], [2.0, 3.0]])
K = np.array([[0.0, 1.0], [2.0, 3.0]])
print(trans_conv(X, K))
print(trans_conv_strided(X, K, 2))
print(trans_conv_strided(X, np.arange(9.0).reshape(3, 3), 2))
