import numpy as np

def trans_conv(X, K, stride=1):
    """Transposed convolution, one channel, no padding."""
    h, w = K.shape
    Y = np.zeros((X.shape[0] * stride + h - 1, X.shape[1] * stride + w - 1))
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            Y[i * stride:i * stride + h, j * stride:j * stride + w] += X[i, j] * K
    return Y

def trans_conv_multi_in(X, K, stride=1):
    return sum(trans_conv(x, k, stride) for x, k in zip(X, K))

X = np.array([[0.0, 1.0], [2.0, 3.0]])
K = np.array([[0.0, 1.0], [2.0, 3.0]])
print(trans_conv(X, K))
Xm = np.stack([X, X + 1])
Km = np.stack([K, K * 2])
print(trans_conv_multi_in(Xm, Km, stride=2))
