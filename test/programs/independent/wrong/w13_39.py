import numpy as np

def im2col_indices(C, H, W, k, stride):
    oh, ow = (H - k) // stride + 1, (W - k) // stride + 1
    i0 = np.tile(np.repeat(np.arange(k), k), C)
    j0 = np.tile(np.arange(k), k * C)
    i1 = stride * np.repeat(np.arange(oh), ow)
    j1 = stride * np.tile(np.arange(ow), oh)
    i = i0[:, None] + i1[None, :]
    j = j0[:, None] + j1[None, :]
    c = np.repeat(np.arange(C), k * k)[:, None]
    return c, i, j

def col2im_indices(cols, x_shape, k, stride=1):
    """cols: (C*k*k, oh*ow*N) with the samples innermost"""
    N, C, H, W = x_shape
    x = np.zeros(x_shape)
    c, i, j = im2col_indices(C, H, W, k, stride)
    cols_reshaped = cols.reshape(C * k * k, -1, N).transpose(2, 0, 1)
    x[:, c, i, j] += cols_reshaped
    return x

cols = np.random.RandomState(13).randn(2 * 9, 3 * 2 * 2)
print(col2im_indices(cols, (2, 2, 5, 4), 3)[0, 0])
