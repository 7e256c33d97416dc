import numpy as np


def max_pool_forward_naive(x, pool_param):
    HH, WW, S = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    N, C, H, W = x.shape
    H2 = 1 + (H - HH) // S
    W2 = 1 + (W - WW) // S
    out = np.zeros((N, C, H2, W2))
    for n in range(N):
        for c in range(C):
            for h2 in range(H2):
                for w2 in range(W2):
                    x_pool = x[n, c, h2*S:h2*S+HH, w2*S:w2*S+WW]
                    out[n, c, h2, w2] = np.max(x_pool)
    cache = (x, pool_param)
    return out, cache


def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    HH, WW, S = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    N, C, H2, W2 = dout.shape
    dx = np.zeros_like(x)
    for n in range(N):
        for c in range(C):
            for h2 in range(H2):
                for w2 in range(W2):
                    r, q = h2 * S, w2 * S
                    window = x[n, c, r:r+HH, q:q+WW]
                    a, b = np.unravel_index(window.argmax(), (WW, HH))
                    dx[n, c, r + a, q + b] = dout[n, c, h2, w2]
    return dx


np.random.seed(231)
x = np.random.randn(3, 2, 8, 8)
pool_param = {'pool_height': 4, 'pool_width': 2, 'stride': 1}
out, cache = max_pool_forward_naive(x, pool_param)
dx = max_pool_backward_naive(np.random.randn(3, 2, 5, 7), cache)
print(out.shape, dx.shape)
