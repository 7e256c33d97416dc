import numpy as np


def trans_conv(X, K, stride=1):
    """Transposed convolution of a 2-D array (d2l)."""
    h, w = K.shape
    H = (X.shape[0] - 1) * stride + h
    W = (X.shape[1] - 1) * stride + w
    Y = np.zeros((H, W))
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            r, c = i * stride, j * stride
            Y[r:r + h, c:c + w] = X[i, j] * K
    return Y


def trans_conv_multi(X, K, stride=1):
    # X: (ci, h, w), K: (ci, co, kh, kw)
    out = []
    for o in range(K.shape[1]):
        out.append(sum(trans_conv(X[c], K[c, o], stride) for c in range(X.shape[0])))
    return np.stack(out)


X = np.array([[0.0, 1.0], [2.0, 3.0]])
K = np.array([[0.0, 1.0], [2.0, 3.0]])
print(trans_conv(X, K))
print(trans_conv(X, K, stride=2))
print(trans_conv_multi(np.stack([X, X]), np.ones((2, 3, 2, 2)), 2).shape)
