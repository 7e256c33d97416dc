import numpy as np

def trans_conv(X, K, stride=1):
    """Transposed convolution: blow up with zeros, pad fully, correlate with the flipped kernel."""
    h, w = K.shape
    H, W = X.shape
    up = np.zeros(((H - 1) * stride + 1, (W - 1) * stride + 1))
    up[::stride, ::stride] = X
    up = np.pad(up, ((h - 1, h - 1), (w - 1, w - 1)))
    flipped = K[::-1, ::-1]
    Y = np.zeros((up.shape[0] - h + 1, up.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (up[i:i + h, j:j + w] * flipped).sum()
    return Y

X = np.array([[0.0, 1.0], [2.0, 3.0]])
K = np.array([[0.0, 1.0, 4.0], [2.0, 3.0, 5.0]])
print(trans_conv(X, K))
print(trans_conv(X, K, stride=2))
