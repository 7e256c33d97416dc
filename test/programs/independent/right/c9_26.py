import numpy as np

def max_pool_ceil(x, k, s):
    """Max pooling of (C, H, W) where the last, incomplete windows are kept (ceil mode, s <= k)."""
    C, H, W = x.shape
    oh = int(np.ceil((H - k) / s)) + 1
    ow = int(np.ceil((W - k) / s)) + 1
    y = np.zeros((C, oh, ow))
    for i in range(oh):
        for j in range(ow):
            # slices simply end at the border
            y[:, i, j] = x[:, i * s:i * s + k, j * s:j * s + k].reshape(C, -1).max(axis=1)
    return y

rng = np.random.RandomState(26)
x = rng.randn(2, 6, 7) - 2
print(max_pool_ceil(x, 3, 2))
print(max_pool_ceil(x, 2, 2).shape)
