import numpy as np

def avg_pool_valid_count(x, k, s, p):
    """Average pooling of (H, W) where padded cells do not count
    (like count_include_pad=False)."""
    H, W = x.shape
    oh = (H + 2 * p - k) // s + 1
    ow = (W + 2 * p - k) // s + 1
    out = np.zeros((oh, ow))
    for i in range(oh):
        r0 = max(i * s - p, 0)
        r1 = min(i * s - p + k, H)
        for j in range(ow):
            c0 = max(j * s - p, 0)
            c1 = min(c0 + k, W)
            cell = x[r0:r1, c0:c1]
            out[i, j] = cell.sum() / cell.size
    return out

x = np.array([[1., 4., 2., 8., 5.],
              [7., 0., 3., 6., 9.],
              [2., 2., 1., 0., 4.],
              [5., 3., 8., 7., 6.]])
print(avg_pool_valid_count(x, 2, 2, 0))
print(avg_pool_valid_count(x, 3, 2, 1))
