import numpy as np
from functools import reduce

def pool(x, k, s, combine=np.maximum, scale=1.0):
    """max pooling by default; combine=np.add and scale=1/k**2 gives average pooling"""
    H, W = x.shape[-2:]
    last_y, last_x = H - k, W - k
    shifted = (x[..., a:a + last_y + 1:s, b:b + last_x + 1:s] for a in range(k) for b in range(k))
    return reduce(combine, shifted) * scale

np.random.seed(61)
x = np.random.randn(2, 2, 6, 7)
print(pool(x, 2, 2)[0, 0])
print(pool(x, 3, 2)[0, 0])
print(pool(x, 2, 2, np.add, 0.25)[0, 0])
