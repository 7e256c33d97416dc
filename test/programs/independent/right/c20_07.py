import numpy as np
from math import ceil


def ceil_max_pool(x, k, s):
    """Max pooling with ceil_mode: a last, partial window is allowed at the right and bottom."""
    n, c, H, W = x.shape
    oh = ceil((H - k) / s) + 1
    ow = ceil((W - k) / s) + 1
    # (no window may begin outside the picture)
    oh -= (oh - 1) * s >= H
    ow -= (ow - 1) * s >= W
    y = np.full((n, c, oh, ow), -np.inf)
    for i in range(oh):
        for j in range(ow):
            # slices that run over the border are simply shorter
            y[:, :, i, j] = np.amax(x[:, :, i * s:i * s + k, j * s:j * s + k], axis=(-1, -2))
    return y


demo = -np.arange(1.0, 31.0).reshape(1, 1, 5, 6)
print(ceil_max_pool(demo, 2, 2))
print(ceil_max_pool(demo, 3, 2))
