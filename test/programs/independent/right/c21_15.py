import numpy as np


def integral_image(x):
    table = np.zeros((x.shape[0] + 1, x.shape[1] + 1))
    table[1:, 1:] = x.cumsum(axis=0).cumsum(axis=1)
    return table


def avg_pool(x, f, stride):
    """Average pooling in constant time per window (summed-area table)."""
    t = integral_image(x)
    rows = np.arange(0, x.shape[0] - f + 1, stride)
    cols = np.arange(0, x.shape[1] - f + 1, stride)
    r, c = np.ix_(rows, cols)
    total = t[r + f, c + f] - t[r, c + f] - t[r + f, c] + t[r, c]
    return total / f ** 2


def avg_pool_backward(dy, shape, f, stride):
    dx = np.zeros(shape)
    for i in range(dy.shape[0]):
        for j in range(dy.shape[1]):
            dx[i * stride:i * stride + f, j * stride:j * stride + f] += dy[i, j] / f ** 2
    return dx


x = np.arange(42).reshape(6, 7)
y = avg_pool(x, 3, 2)
print(y)
print(avg_pool_backward(np.ones_like(y), x.shape, 3, 2))
