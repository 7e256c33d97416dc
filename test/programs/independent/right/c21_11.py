import numpy as np


def corr2d(X, K):
    h, w = K.shape
    return np.array([[np.sum(X[i:i + h, j:j + w] * K)
                      for j in range(X.shape[1] - w + 1)]
                     for i in range(X.shape[0] - h + 1)])


def trans_conv_zero_insert(X, K, stride=1, padding=0):
    """Transposed convolution seen as an ordinary convolution.

    Zeros are put between the inputs, the border is widened by k - 1 - padding,
    and the kernel is rotated by 180 degrees.
    """
    h, w = X.shape
    kh, kw = K.shape
    Z = np.zeros(((h - 1) * stride + 1, (w - 1) * stride + 1))
    Z[::stride, ::stride] = X
    ph, pw = kh - 1 - padding, kw - 1 - padding
    Z = np.pad(Z, ((ph, ph), (pw, pw)))
    return corr2d(Z, np.rot90(K, 2))


def trans_conv_matrix(X, K):
    """The same with stride 1 by the transposed weight matrix."""
    h, w = X.shape
    kh, kw = K.shape
    H, W = h + kh - 1, w + kw - 1
    M = np.zeros((h * w, H * W))
    for i in range(h):
        for j in range(w):
            for u in range(kh):
                for v in range(kw):
                    M[i * w + j, (i + u) * W + j + v] = K[u, v]
    return (M.T @ X.ravel()).reshape(H, W)


X = np.array([[0.0, 1.0], [2.0, 3.0]])
K = np.array([[0.0, 1.0], [2.0, 3.0]])
print(trans_conv_zero_insert(X, K), trans_conv_matrix(X, K), sep="\n")
print(trans_conv_zero_insert(X, K, 2, 1))
