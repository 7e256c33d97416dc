import math
import numpy as np

def avg_pool_ceil(x, k, s):
    """Average pooling in ceil mode: the last windows may be cut off by the border
    and are then averaged over their own cells. x: (C, H, W), k >= s"""
    C, H, W = x.shape
    oh = math.ceil((H - k) / s) + 1
    ow = math.ceil((W - k) / s) + 1
    y = np.zeros((C, oh, ow))
    for i in range(oh):
        for j in range(ow):
            y[:, i, j] = x[:, i * s:i * s + k, j * s:j * s + k].mean(axis=(1, 2))
    return y

x = np.arange(2 * 5 * 6, dtype=float).reshape(2, 5, 6)
print(avg_pool_ceil(x, 2, 2))
