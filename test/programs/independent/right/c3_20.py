import numpy as np

def sum_pool(x, size=2, stride=2):
    """Sum pooling: the sum (not the mean) of each window. x: (C, H, W)"""
    c, h, w = x.shape
    rows = range(0, h - size + 1, stride)
    cols = range(0, w - size + 1, stride)
    return np.array([[[x[k, r:r + size, q:q + size].sum() for q in cols] for r in rows] for k in range(c)])

x = np.arange(2 * 4 * 6).reshape(2, 4, 6)
print(sum_pool(x))
print(sum_pool(x, 3, 1))
