import numpy as np

def sum_pool(a, size):
    """Sum pooling with non-overlapping windows (the remainder is cropped)."""
    h, w = a.shape
    ph, pw = size
    a = a[:h - h % ph, :w - w % pw]
    return a.reshape(a.shape[0] // ph, ph, a.shape[1] // pw, pw).sum(axis=(1, 3))

a = np.arange(35).reshape(5, 7)
print(a)
print(sum_pool(a, (2, 3)))
