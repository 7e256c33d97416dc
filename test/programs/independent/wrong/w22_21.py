import numpy as np


def get_indices(shape, k, stride, pad):
    n, c, h, w = shape
    oh = (h + 2 * pad - k) // stride + 1
    ow = (w + 2 * pad - k) // stride + 1
    i0 = np.tile(np.repeat(np.arange(k), k), c)
    j0 = np.tile(np.arange(k), k * c)
    i1 = stride * np.repeat(np.arange(oh), ow)
    j1 = stride * np.tile(np.arange(ow), oh)
    d = np.repeat(np.arange(c), k * k)[:, None]
    return d, i0[:, None] + i1[None, :], j0[:, None] + j1[None, :]


def im2col(x, k, stride, pad):
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    d, i, j = get_indices(x.shape, k, stride, pad)
    return xp[:, d, i, j]


def col2im(cols, shape, k, stride, pad):
    n, c, h, w = shape
    xp = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    d, i, j = get_indices(shape, k, stride, pad)
    xp[:, d, i, j] += cols
    return xp[:, :, pad:pad + h, pad:pad + w]


x = np.random.RandomState(21).randn(1, 2, 4, 4)
cols = im2col(x, 3, 1, 1)
print(cols.shape)
back = col2im(np.ones_like(cols), x.shape, 3, 1, 1)
print(back[0, 0])
