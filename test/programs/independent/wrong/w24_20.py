import numpy as np

def trans_conv(X, K, stride=1):
    h, w = K.shape
    Y = np.zeros(((X.shape[0] - 1) * stride + h, (X.shape[1] - 1) * stride + w))
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            Y[i * stride: i * stride + h, j * stride: j * stride + w] += X[i, j] * K
    return Y

def corr2d(X, K, stride=1):
    h, w = K.shape
    rows = range(0, X.shape[0] - h + 1, stride)
    cols = range(0, X.shape[1] - w + 1, stride)
    return np.array([[(X[i:i + h, j:j + w] * K).sum() for j in cols] for i in rows])

def kernel2matrix(K, in_h, in_w):
    """Matrix W with corr2d(X, K).ravel() == W @ X.ravel() for stride 1."""
    h, w = K.shape
    oh, ow = in_h - h + 1, in_w - w + 1
    W = np.zeros((oh * ow, in_h * in_w))
    for r in range(oh):
        for c in range(ow):
            for u in range(h):
                start = (r + u) * in_w + c
                W[r * oh + c, start:start + w] = K[u]
    return W

X = np.array([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]])
K = np.array([[1.0, 2.0], [3.0, 4.0]])
print(trans_conv(X, K))
print(trans_conv(X, K, stride=2))
big = np.arange(12.0).reshape(3, 4)
W = kernel2matrix(K, 3, 4)
print((W @ big.ravel()).reshape(2, 3) == corr2d(big, K))
print((W.T @ X.ravel()).reshape(3, 4) == trans_conv(X, K))
