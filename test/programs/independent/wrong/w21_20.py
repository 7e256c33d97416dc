import numpy as np

def get_indices(C, H, W, k, p, s):
    oh = (H + 2 * p - k) // s + 1
    ow = (W + 2 * p - k) // s + 1
    i0 = np.tile(np.repeat(np.arange(k), k), C)
    i1 = s * np.repeat(np.arange(oh), ow)
    j0 = np.tile(np.arange(k), k * C)
    j1 = s * np.tile(np.arange(ow), oh)
    i = i0.reshape(-1, 1) + i1.reshape(1, -1)
    j = j0.reshape(-1, 1) + j1.reshape(1, -1)
    c = np.repeat(np.arange(C), k * k).reshape(-1, 1)
    return c, i, j

def col2im_indices(cols, x_shape, k=3, p=1, s=1):
    """cols has shape (C*k*k, oh*ow*N), last index varies over the images"""
    N, C, H, W = x_shape
    padded = np.zeros((N, C, H + 2 * p, W + 2 * p), dtype=cols.dtype)
    c, i, j = get_indices(C, H, W, k, p, s)
    cols_r = cols.reshape(C * k * k, -1, N).transpose(2, 0, 1)
    padded[:, c, i, j] += cols_r
    if p == 0:
        return padded
    return padded[:, :, p:-p, p:-p]

np.random.seed(20)
shape = (2, 3, 5, 6)
cols = np.random.randn(3 * 9, 5 * 6 * 2)
back = col2im_indices(cols, shape)
print(back.shape, back[0, 0])
