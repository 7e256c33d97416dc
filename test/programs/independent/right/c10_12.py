import numpy as np

def im2col_indices(x_shape, kh, kw, pad, stride):
    N, C, H, W = x_shape
    oh = (H + 2 * pad - kh) // stride + 1
    ow = (W + 2 * pad - kw) // stride + 1
    i0 = np.tile(np.repeat(np.arange(kh), kw), C)
    i1 = stride * np.repeat(np.arange(oh), ow)
    j0 = np.tile(np.arange(kw), kh * C)
    j1 = stride * np.tile(np.arange(ow), oh)
    i = i0.reshape(-1, 1) + i1.reshape(1, -1)
    j = j0.reshape(-1, 1) + j1.reshape(1, -1)
    k = np.repeat(np.arange(C), kh * kw).reshape(-1, 1)
    return k, i, j

def col2im(cols, x_shape, kh, kw, pad, stride):
    N, C, H, W = x_shape
    acc = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    k, i, j = im2col_indices(x_shape, kh, kw, pad, stride)
    cols = cols.reshape(C * kh * kw, -1, N).transpose(2, 0, 1)
    np.add.at(acc, (slice(None), k, i, j), cols)
    return acc if pad == 0 else acc[:, :, pad:-pad, pad:-pad]

np.random.seed(12)
cols = np.random.randn(2 * 3 * 3, 3 * 4 * 2)
print(col2im(cols, (2, 2, 5, 7), 3, 3, 1, 2).shape)
