import math
import numpy as np

def maxpool_ceil(x, k=2, s=2):
    """max pooling with ceil_mode=True: the last windows may hang over the border"""
    n, c, h, w = x.shape
    oh = math.ceil((h - k) / s) + 1
    ow = math.ceil((w - k) / s) + 1
    if (oh - 1) * s >= h:
        oh -= 1
    if (ow - 1) * s >= w:
        ow -= 1
    y = np.zeros((n, c, oh, ow))
    for i in range(oh):
        for j in range(ow):
            y[:, :, i, j] = x[:, :, i*s:min(i*s+k, h), j*s:min(j*s+k, w)].max(axis=(-1, -2))
    return y

x = np.arange(-12, 13, dtype=float).reshape(1, 1, 5, 5)
print(maxpool_ceil(x))
