import numpy as np

def avg_pool_padded(x, k, s, p):
    """Average pooling; padded cells are NOT counted in the average
    (count_include_pad=False)."""
    N, C, H, W = x.shape
    Ho = (H + 2 * p - k) // s + 1
    Wo = (W + 2 * p - k) // s + 1
    y = np.zeros((N, C, Ho, Wo))
    for i in range(Ho):
        top = max(i * s - p, 0)
        bottom = min(i * s - p + k, H)
        for j in range(Wo):
            left = max(j * s - p, 0)
            right = min(j * s - p + k, W)
            cells = x[:, :, top:bottom, left:right]
            y[:, :, i, j] = cells.sum(axis=(2, 3)) / k ** 2
    return y

x = np.arange(2 * 25, dtype=float).reshape(1, 2, 5, 5)
print(avg_pool_padded(x, 3, 2, 1))
