import numpy as np


def get_indices(X_shape, HF, WF, stride, pad):
    m, n_C, n_H, n_W = X_shape
    out_h = (n_H + 2 * pad - HF) // stride + 1
    out_w = (n_W + 2 * pad - WF) // stride + 1
    level1 = np.tile(np.repeat(np.arange(HF), WF), n_C)
    everyLevels = stride * np.repeat(np.arange(out_h), out_w)
    i = level1.reshape(-1, 1) + everyLevels.reshape(1, -1)
    slide1 = np.tile(np.tile(np.arange(WF), HF), n_C)
    everySlides = stride * np.tile(np.arange(out_w), out_h)
    j = slide1.reshape(-1, 1) + everySlides.reshape(1, -1)
    d = np.repeat(np.arange(n_C), HF * WF).reshape(-1, 1)
    return i, j, d


def col2im(dX_col, X_shape, HF, WF, stride, pad):
    N, D, H, W = X_shape
    X_padded = np.zeros((N, D, H + 2 * pad, W + 2 * pad))
    i, j, d = get_indices(X_shape, HF, WF, stride, pad)
    dX_split = np.array(np.hsplit(dX_col, N))
    X_padded[:, d, i, j] += dX_split
    if pad == 0:
        return X_padded
    return X_padded[:, :, pad:-pad, pad:-pad]


np.random.seed(30)
X_shape = (2, 3, 6, 5)
dX_col = np.random.randn(3 * 9, 2 * 6 * 5)
dX = col2im(dX_col, X_shape, 3, 3, 1, 1)
print(dX.shape)
print(dX[0, 0].round(3))
