import numpy as np

def trans_conv(X, K, stride=1, padding=0):
    """Transposed convolution of one channel."""
    h, w = X.shape
    kh, kw = K.shape
    H = (h - 1) * stride + kh
    W = (w - 1) * stride + kw
    Y = np.zeros((H, W))
    for i in range(h):
        for j in range(w):
            Y[i * stride:i * stride + kh, j * stride:j * stride + kw] = X[i, j] * K
    return Y[padding:H - padding, padding:H - padding]

X = np.array([[0., 1.], [2., 3.], [4., -1.]])
K = np.array([[0., 1., 2.], [3., 4., 5.], [6., 7., 8.]])
print(trans_conv(X, K))
print(trans_conv(X, K, stride=2, padding=1))
