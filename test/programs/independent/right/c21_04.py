import numpy as np


def get_im2col_indices(x_shape, field_height, field_width, padding=1, stride=1):
    N, C, H, W = x_shape
    out_height = (H + 2 * padding - field_height) // stride + 1
    out_width = (W + 2 * padding - field_width) // stride + 1

    i0 = np.repeat(np.arange(field_height), field_width)
    i0 = np.tile(i0, C)
    i1 = stride * np.repeat(np.arange(out_height), out_width)
    j0 = np.tile(np.arange(field_width), field_height * C)
    j1 = stride * np.tile(np.arange(out_width), out_height)
    i = i0.reshape(-1, 1) + i1.reshape(1, -1)
    j = j0.reshape(-1, 1) + j1.reshape(1, -1)
    k = np.repeat(np.arange(C), field_height * field_width).reshape(-1, 1)
    return k, i, j


def im2col_indices(x, fh, fw, padding=1, stride=1):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    k, i, j = get_im2col_indices(x.shape, fh, fw, padding, stride)
    cols = xp[:, k, i, j]
    return cols.transpose(1, 2, 0).reshape(fh * fw * x.shape[1], -1)


def col2im_indices(cols, x_shape, fh, fw, padding=1, stride=1):
    N, C, H, W = x_shape
    xp = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    k, i, j = get_im2col_indices(x_shape, fh, fw, padding, stride)
    cols = cols.reshape(C * fh * fw, -1, N).transpose(2, 0, 1)
    np.add.at(xp, (slice(None), k, i, j), cols)
    return xp[:, :, padding:padding + H, padding:padding + W]


def conv_forward(x, w, b, stride, padding):
    F, C, fh, fw = w.shape
    N, _, H, W = x.shape
    oh, ow = (H + 2 * padding - fh) // stride + 1, (W + 2 * padding - fw) // stride + 1
    cols = im2col_indices(x, fh, fw, padding, stride)
    out = w.reshape(F, -1) @ cols + b.reshape(-1, 1)
    return out.reshape(F, oh, ow, N).transpose(3, 0, 1, 2), (x, w, cols, stride, padding)


def conv_backward(dout, cache):
    x, w, cols, stride, padding = cache
    F, C, fh, fw = w.shape
    d = dout.transpose(1, 2, 3, 0).reshape(F, -1)
    dcols = w.reshape(F, -1).T @ d
    return col2im_indices(dcols, x.shape, fh, fw, padding, stride), (d @ cols.T).reshape(w.shape), d.sum(axis=1)


np.random.seed(0)
out, cache = conv_forward(np.random.randn(2, 3, 5, 5), np.random.randn(4, 3, 3, 3), np.random.randn(4), 2, 1)
print(out.shape, [g.shape for g in conv_backward(np.ones_like(out), cache)])
