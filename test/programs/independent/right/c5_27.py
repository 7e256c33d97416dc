import numpy as np
from math import ceil

def maxpool_ceil(x, k, s):
    """max pooling with ceil_mode=True: the last window may hang over the border"""
    C, H, W = x.shape
    OH = ceil((H - k) / s) + 1
    OW = ceil((W - k) / s) + 1
    # a window must start inside the input
    if (OH - 1) * s >= H: OH -= 1
    if (OW - 1) * s >= W: OW -= 1
    y = np.full((C, OH, OW), -np.inf)
    for i in range(OH):
        for j in range(OW):
            y[:, i, j] = x[:, i*s:min(i*s + k, H), j*s:min(j*s + k, W)].max(axis=(1, 2))
    return y

x = np.random.RandomState(1).randint(-9, 10, (2, 6, 5)).astype(float)
print(x)
print(maxpool_ceil(x, 3, 2))
