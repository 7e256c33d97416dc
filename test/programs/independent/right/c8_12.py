import numpy as np

def max_pool_reshape(x, k):
    """Non-overlapping max pooling (stride = k) for sizes divisible by k."""
    *lead, H, W = x.shape
    assert H % k == 0 and W % k == 0, "sizes must be divisible"
    return x.reshape(*lead, H // k, k, W // k, k).swapaxes(-3, -2).max(axis=(-1, -2))

def max_unpool_grad(x, y, dy, k):
    big = np.repeat(np.repeat(y, k, axis=-1), k, axis=-2)
    mask = x == big
    return mask * dy.repeat(k, -2).repeat(k, -1)

x = np.random.RandomState(1).permutation(96).reshape(2, 6, 8).astype(float)
y = max_pool_reshape(x, 2)
print(y)
print(max_unpool_grad(x, y, np.ones_like(y), 2)[0])
