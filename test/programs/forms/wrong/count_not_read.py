import numpy as np


def average_pool2d(x, k, s, p):
    h, w = x.shape
    padded = np.pad(x, p)
    out = np.zeros(((h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            top, left = i * s - p, j * s - p
            count = (min(top + k, h) - max(top, 0)) * (min(left + k, w) - max(left, 0))
            window = padded[i * s : i * s + k, j * s : j * s + k]
            out[i, j] = window.mean()
    return out


print(average_pool2d(np.arange(25.0).reshape(5, 5), 3, 2, 1))
