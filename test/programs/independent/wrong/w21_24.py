import numpy as np

def avg_pool_exclude_pad(x, k, stride, pad):
    """
    Average pooling where padded cells do not take part in the average
    (like count_include_pad=False).  x has shape (N, C, H, W).
    """
    N, C, H, W = x.shape
    spread = ((0, 0), (0, 0), (pad, pad), (pad, pad))
    xp = np.pad(x, spread)
    valid = np.pad(np.ones_like(x), spread, mode='edge')
    Ho = (H + 2 * pad - k) // stride + 1
    Wo = (W + 2 * pad - k) // stride + 1
    y = np.zeros((N, C, Ho, Wo))
    for p in range(Ho):
        for q in range(Wo):
            rows = slice(p * stride, p * stride + k)
            cols = slice(q * stride, q * stride + k)
            total = xp[:, :, rows, cols].sum(axis=(2, 3))
            count = valid[:, :, rows, cols].sum(axis=(2, 3))
            y[:, :, p, q] = total / count
    return y

np.random.seed(0)
x = np.random.rand(1, 2, 5, 5) + 1
print(avg_pool_exclude_pad(x, 3, 2, 1)[0, 0])
