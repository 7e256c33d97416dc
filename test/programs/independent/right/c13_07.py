import numpy as np


def indices(x_shape, hh, ww, stride, pad):
    _, C, H, W = x_shape
    oh = (H + 2 * pad - hh) // stride + 1
    ow = (W + 2 * pad - ww) // stride + 1
    k, a, b = np.unravel_index(np.arange(C * hh * ww), (C, hh, ww))
    p, q = np.divmod(np.arange(oh * ow), ow)
    return k[:, None], a[:, None] + stride * p, b[:, None] + stride * q


def im2col_indices(x, hh, ww, stride=1, pad=0):
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    cols = xp[(slice(None),) + indices(x.shape, hh, ww, stride, pad)]
    return cols.transpose(1, 2, 0).reshape(cols.shape[1], -1)


def col2im_indices(cols, x_shape, hh, ww, stride=1, pad=0):
    N, C, H, W = x_shape
    xp = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    stack = cols.reshape(C * hh * ww, -1, N).transpose(2, 0, 1)
    k, i, j = indices(x_shape, hh, ww, stride, pad)
    np.add.at(xp, (slice(None), k, i, j), stack)
    return xp[:, :, pad:H + pad, pad:W + pad]


x = np.random.RandomState(0).randn(2, 3, 5, 4)
cols = im2col_indices(x, 3, 3, 1, 1)
print(cols.shape)
print(col2im_indices(cols, x.shape, 3, 3, 1, 1)[0, 0] / x[0, 0])
