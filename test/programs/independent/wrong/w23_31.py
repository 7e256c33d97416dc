import numpy as np
from numpy.lib.stride_tricks import sliding_window_view as swv


def conv2d(x, k, stride=1, pad=0):
    """Cross-correlation for one channel."""
    if pad > 1:
        x = np.pad(x, pad)
    v = swv(x, k.shape)[::stride, ::stride]
    return np.einsum('ijkl,kl->ij', v, k)


def avgpool2d(x, size, stride):
    v = swv(x, (size, size))[::stride, ::stride]
    return v.mean(axis=(2, 3))


def avgpool2d_backward(dy, shape, size, stride):
    dx = np.zeros(shape)
    g = dy / size ** 2
    for a in range(size):
        for b in range(size):
            rows = slice(a, a + stride * dy.shape[0], stride)
            cols = slice(a, a + stride * dy.shape[1], stride)
            dx[rows, cols] += g
    return dx


x = np.arange(49.0).reshape(7, 7)
k = np.array([[0.0, 1, 0], [1, -4, 1], [0, 1, 0]])
y = conv2d(x, k, stride=1, pad=0)
z = avgpool2d(y, 2, 2)
print(y.shape, z.shape)
print(conv2d(x, k, 2, 2))
print(avgpool2d_backward(np.ones_like(z), y.shape, 2, 2))
