import numpy as np


def max_pool_backward_naive(dout, cache):
    """Gradient of max pooling; x is (N, C, H, W)."""
    x, pool_param = cache
    N, C, H, W = x.shape
    ph, pw = pool_param['pool_height'], pool_param['pool_width']
    s = pool_param['stride']
    dx = np.zeros(x.shape)
    _, _, Ho, Wo = dout.shape
    for n in range(N):
        for c in range(C):
            channel = x[n, c]
            for r in range(Ho):
                for q in range(Wo):
                    rows = slice(r * s, r * s + ph)
                    cols = slice(q * s, q * s + pw)
                    window = channel[rows, cols]
                    mask = window == channel.max()
                    dx[n, c, rows, cols] += mask * dout[n, c, r, q]
    return dx


rng = np.random.default_rng(7)
x = rng.normal(size=(2, 2, 6, 4))
param = dict(pool_height=2, pool_width=2, stride=2)
g = rng.normal(size=(2, 2, 3, 2))
dx = max_pool_backward_naive(g, (x, param))
print(dx[0, 0])
