import numpy as np


def im2col_indices(shape, fh, fw, pad, stride):
    N, C, H, W = shape
    oh = (H + 2 * pad - fh) // stride + 1
    ow = (W + 2 * pad - fw) // stride + 1
    k, u, v = np.unravel_index(np.arange(C * fh * fw), (C, fh, fw))
    i, j = np.divmod(np.arange(oh * ow), ow)
    return k[:, None], u[:, None] + stride * i, v[:, None] + stride * j


def im2col(x, fh, fw, pad=1, stride=1):
    p = pad
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    k, i, j = im2col_indices(x.shape, fh, fw, pad, stride)
    cols = xp[:, k, i, j]
    return cols.transpose(1, 2, 0).reshape(k.shape[0], -1)


def col2im(cols, shape, fh, fw, pad=1, stride=1):
    N, C, H, W = shape
    xp = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    k, i, j = im2col_indices(shape, fh, fw, pad, stride)
    blocks = cols.reshape(C * fh * fw, -1, N)
    np.add.at(xp, (slice(None), k, i, j), np.moveaxis(blocks, 2, 0))
    return xp[:, :, pad:pad + H, pad:pad + W]


rng = np.random.default_rng(15)
x = rng.normal(size=(2, 3, 5, 6))
cols = im2col(x, 3, 2, pad=1, stride=1)
back = col2im(cols, x.shape, 3, 2, pad=1, stride=1)
print(cols.shape, back.shape)
print(np.isclose((cols * cols).sum(), (back * x).sum()))
