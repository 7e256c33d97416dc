import math
import numpy as np


def maxpool_ceil(x, k, s):
    """Max pooling with ceil mode: the last window may stick out and is cut at the border (s <= k)."""
    n, c, h, w = x.shape
    oh = math.ceil((h - k) / s) + 1
    ow = math.ceil((w - k) / s) + 1
    y = np.full((n, c, oh, ow), -np.inf)
    for i in range(h):
        for j in range(w):
            # all windows which contain pixel (i, j)
            for a in range(max(0, -((k - 1 - i) // s)), min(oh - 1, i // s) + 1):
                for b in range(max(0, -((k - 1 - j) // s)), min(ow - 1, j // s) + 1):
                    y[:, :, a, b] = np.maximum(y[:, :, a, b], x[:, :, i, j])
    return y


np.random.seed(50)
x = np.random.randn(1, 2, 5, 6)
print(x[0, 0])
print(maxpool_ceil(x, 2, 2)[0, 0])
print(maxpool_ceil(x, 3, 2)[0, 0])
