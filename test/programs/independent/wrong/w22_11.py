import numpy as np


def avg_pool2d(x, kernel_size, stride, padding=0):
    """Average pooling; cells outside the picture do not count (count_include_pad=False)."""
    B, C, H, W = x.shape
    k, s, p = kernel_size, stride, padding
    Ho = (H + 2 * p - k) // s + 1
    Wo = (W + 2 * p - k) // s + 1
    y = np.zeros((B, C, Ho, Wo))
    for i in range(Ho):
        top, bottom = i * s - p, i * s - p + k
        top, bottom = max(top, 0), min(bottom, H)
        for j in range(Wo):
            left, right = j * s - p, j * s - p + k
            left, right = max(left, 0), min(right, H)
            area = (bottom - top) * (right - left)
            y[:, :, i, j] = x[:, :, top:bottom, left:right].sum(axis=(2, 3)) / area
    return y


x = np.arange(2 * 15, dtype=float).reshape(1, 2, 3, 5)
print(avg_pool2d(x, 3, 2, padding=1))
print(avg_pool2d(x, 2, 1))
