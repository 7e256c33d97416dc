import math
import numpy as np

def max_pool_ceil(x, k, s):
    """Last windows may be cut off at the border (ceil mode, no padding)."""
    n, c, h, w = x.shape
    oh = math.ceil((h - k) / s) + 1
    ow = math.ceil((w - k) / s) + 1
    # a window must start inside the image
    oh -= (oh - 1) * s >= h
    ow -= (ow - 1) * s >= w
    out = np.zeros((n, c, oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, :, i, j] = x[:, :, i * s:min(i * s + k, h), j * s:min(j * s + k, w)].max(axis=3).max(axis=2)
    return out

rng = np.random.default_rng(17)
x = rng.normal(size=(1, 2, 6, 8))
print(max_pool_ceil(x, 3, 2))
print(max_pool_ceil(x, 2, 3).shape)
