import numpy as np

def avg_pool_exclude_pad(x, k, s, p):
    """average pooling with padding, count_include_pad=False"""
    n, c, h, w = x.shape
    oh, ow = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1
    y = np.zeros((n, c, oh, ow))
    for i in range(oh):
        top, bottom = max(i * s - p, 0), min(i * s - p + k, h)
        for j in range(ow):
            left, right = max(j * s - p, 0), min(j * s - p + k, w)
            y[:, :, i, j] = x[:, :, top:bottom, left:right].mean(axis=(2, 3))
    return y

x = np.arange(16.).reshape(1, 1, 4, 4)
print(avg_pool_exclude_pad(x, 3, 1, 1))
print(avg_pool_exclude_pad(x, 2, 2, 1))
