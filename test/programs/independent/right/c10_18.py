import numpy as np

def avg_pool_exclude_pad(x, k, s, p):
    """Average over the real pixels only (padding is not counted)."""
    N, C, H, W = x.shape
    oh = (H + 2 * p - k) // s + 1
    ow = (W + 2 * p - k) // s + 1
    out = np.zeros((N, C, oh, ow))
    for i in range(oh):
        r0, r1 = max(i * s - p, 0), min(i * s - p + k, H)
        for j in range(ow):
            c0, c1 = max(j * s - p, 0), min(j * s - p + k, W)
            out[:, :, i, j] = x[:, :, r0:r1, c0:c1].sum(axis=(2, 3)) / ((r1 - r0) * (c1 - c0))
    return out

x = np.random.RandomState(18).randn(1, 2, 5, 6)
print(avg_pool_exclude_pad(x, 3, 2, 1))
