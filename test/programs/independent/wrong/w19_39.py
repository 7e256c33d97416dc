import numpy as np

def conv2d_true(x, k):
    """Mathematical convolution: the kernel is rotated by 180 degrees."""
    k = np.rot90(k)
    m, n = k.shape
    rows = range(x.shape[0] - m + 1)
    cols = range(x.shape[1] - n + 1)
    return np.array([[float(np.sum(x[r:r + m, c:c + n] * k)) for c in cols] for r in rows])

rng = np.random.RandomState(39)
x = rng.rand(6, 5)
k = rng.rand(3, 3)
print(conv2d_true(x, k))
