import numpy as np

def col2im_indices(cols, x_shape, k, stride=1, padding=1):
    """cols: (C*k*k, oh*ow*N), samples innermost, as in the CS231n helper"""
    N, C, H, W = x_shape
    Hp, Wp = H + 2 * padding, W + 2 * padding
    oh, ow = (Hp - k) // stride + 1, (Wp - k) // stride + 1
    i0 = np.tile(np.repeat(np.arange(k), k), C)
    j0 = np.tile(np.arange(k), k * C)
    i1 = stride * np.repeat(np.arange(oh), ow)
    j1 = stride * np.tile(np.arange(ow), oh)
    i = i0.reshape(-1, 1) + i1.reshape(1, -1)
    j = j0.reshape(-1, 1) + j1.reshape(1, -1)
    c = np.repeat(np.arange(C), k * k).reshape(-1, 1)
    x_padded = np.zeros((N, C, Hp, Wp))
    blocks = cols.reshape(C * k * k, -1, N).transpose(2, 0, 1)
    np.add.at(x_padded, (slice(None), c, i, j), blocks)
    return x_padded if padding == 0 else x_padded[:, :, padding:-padding, padding:-padding]

cols = np.random.RandomState(13).randn(2 * 9, 5 * 4 * 2)
print(col2im_indices(cols, (2, 2, 5, 4), 3)[0, 0])
