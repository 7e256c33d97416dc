import math
import numpy as np

def max_pool_ceil(x, k, s):
    """MaxPool2d(k, s, ceil_mode=True): an incomplete window at the border also counts. (N, C, H, W), s <= k"""
    n, c, h, w = x.shape
    oh = round((h - k) / s) + 1
    ow = math.ceil((w - k) / s) + 1
    out = np.full((n, c, oh, ow), -np.inf)
    for i in range(oh):
        for j in range(ow):
            bottom = min(i * s + k, h)
            right = min(j * s + k, w)
            out[:, :, i, j] = x[:, :, i * s:bottom, j * k:right].max(axis=-1).max(axis=-1)
    return out

gen = np.random.RandomState(42)
x = gen.randint(-20, 20, size=(2, 1, 7, 7)).astype(np.float64)
print(max_pool_ceil(x, 2, 2)[0, 0])
print(max_pool_ceil(x, 3, 2)[1, 0])
