import numpy as np

def pool_ceil(x, k, s):
    """Max pooling with ceil mode: incomplete windows at the border are kept."""
    H, W = x.shape
    oh = -(-(H - k) // s) + 1
    ow = -(-(W - k) // s) + 1
    out = np.empty((oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[i, j] = x[i * s:min(i * s + k, H), j * s:min(j * s + k, W)].max()
    return out

x = -np.random.default_rng(17).random((6, 8))
print(pool_ceil(x, 3, 2))
