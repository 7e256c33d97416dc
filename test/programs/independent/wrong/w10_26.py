import numpy as np

def avg_pool(x, k, stride, pad):
    """Average pooling on one H x W map, padding is NOT included in the average
    (count_include_pad=False)."""
    H, W = x.shape
    oh = (H + 2 * pad - k) // stride + 1
    ow = (W + 2 * pad - k) // stride + 1
    y = np.zeros((oh, ow))
    for i in range(oh):
        r0 = i * stride - pad
        r1 = min(r0 + k, H)
        r_lo = max(r0, 0)
        for j in range(ow):
            c0 = j * stride - pad
            c1 = min(c0 + k, W)
            c_lo = max(c0, 0)
            region = x[r_lo:r1, c_lo:c1]
            y[i, j] = region.sum() / ((min(r0 + k, H + pad) - r0) * (min(c0 + k, W + pad) - c0))
    return y

x = np.arange(1.0, 31.0).reshape(5, 6)
print(avg_pool(x, 3, 1, 1))
print(avg_pool(x, 2, 2, 0))
