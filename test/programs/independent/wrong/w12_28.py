import numpy as np

def max_pool_hwc(x, size, step):
    H, W, C = x.shape
    Ho = (H - size) // step + 1
    Wo = (W - size) // step + 1
    out = np.zeros((Ho, Wo, C))
    for r, top in enumerate(range(0, H - size + 1, step)):
        for q, left in enumerate(range(0, W - size + 1, step)):
            out[r, q] = x[r:r + size, q:q + size].max(axis=(0, 1))
    return out

x = np.random.RandomState(40).randn(6, 9, 2)
a = max_pool_hwc(x, 2, 2)
b = max_pool_hwc(x, 3, 3)
print(a.shape, b.shape)
