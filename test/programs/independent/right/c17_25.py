import numpy as np

def avg_pool(x, f, stride):
    """Average pooling with a summed-area table, NHWC."""
    n, H, W, C = x.shape
    S = np.zeros((n, H + 1, W + 1, C))
    S[:, 1:, 1:] = x.cumsum(1).cumsum(2)
    r = np.arange(0, H - f + 1, stride)[:, None]
    c = np.arange(0, W - f + 1, stride)[None, :]
    total = S[:, r + f, c + f] - S[:, r, c + f] - S[:, r + f, c] + S[:, r, c]
    return total / f ** 2

def avg_pool_backward(dA, shape, f, stride):
    dx = np.zeros(shape)
    for h, w in np.ndindex(dA.shape[1:3]):
        y, x = stride * h, stride * w
        dx[:, y:y + f, x:x + f] += dA[:, h:h + 1, w:w + 1] * (1.0 / f) * (1.0 / f)
    return dx

rng = np.random.default_rng(25)
x = rng.random((2, 7, 6, 3))
A = avg_pool(x, 3, 2)
dA = rng.standard_normal(A.shape)
dx = avg_pool_backward(dA, x.shape, 3, 2)
print(A.shape, dx.shape, np.isclose(dx.sum(), dA.sum()))
