import numpy as np

def avgpool_fwd(x, k):
    n, c, h, w = x.shape
    assert h % k == 0 and w % k == 0
    return x.reshape(n, c, h // k, k, w // k, k).mean(axis=(3, 5))

def avgpool_bwd(dy, k):
    up = np.tile(dy, (1, 1, k, k))
    return up / (k * k)

np.random.seed(24)
x = np.random.randn(2, 3, 4, 6)
y = avgpool_fwd(x, 2)
dx = avgpool_bwd(np.random.randn(*y.shape), 2)
print(y.shape, dx.shape)
print(dx[0, 0])
