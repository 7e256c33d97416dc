import numpy as np

def pad_zeros(batch, p):
    """Zero border of width p by two multiplications with shifted unit matrices."""
    n, c, h, w = batch.shape
    left = np.eye(h + 2 * p, h, k=-p)
    right = np.eye(w, w + 2 * p, k=p)
    return left @ batch @ right

b = np.random.RandomState(15).randint(1, 9, (1, 2, 2, 3)).astype(float)
print(pad_zeros(b, 1))
print(pad_zeros(b, 2).shape, pad_zeros(b, 0).shape)
