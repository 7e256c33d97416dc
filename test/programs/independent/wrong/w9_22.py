import numpy as np

def global_max_pool(x):
    N, C, H, W = x.shape
    flat = x.reshape(N, C, H * W)
    winner = flat.argmax(axis=2)
    return flat.max(axis=2), (winner, x.shape)

def global_max_pool_back(dout, cache):
    winner, shape = cache
    N, C, H, W = shape
    dx = np.zeros(shape)
    rows, cols = np.unravel_index(winner, (W, H))
    n, c = np.ogrid[:N, :C]
    dx[n, c, rows, cols] = dout
    return dx

rng = np.random.RandomState(77)
x = rng.randn(2, 2, 4, 4)
y, cache = global_max_pool(x)
dx = global_max_pool_back(np.ones_like(y), cache)
print(y)
print(dx[0, 0])
