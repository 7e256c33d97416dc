import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def avg_pool_ceil(x, k, s):
    """Average pooling with ceil mode: partial windows at the lower/right border
    are averaged over the pixels that exist. x: (C, H, W)"""
    C, H, W = x.shape
    oh = -(-(H - k) // s) + 1
    ow = -(-(W - k) // s) + 1
    y = np.zeros((C, oh, ow))
    for i in range(oh):
        for j in range(ow):
            y[:, i, j] = x[:, i * s:i * s + k, j * s:j * s + k].mean(axis=(-1, -2))
    return y

x = np.arange(60, dtype=float).reshape(2, 5, 6) ** 1.5
print(avg_pool_ceil(x, 2, 2))
print(avg_pool_ceil(x, 3, 2).shape)
