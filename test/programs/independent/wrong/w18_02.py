import numpy as np


def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    Ho, Wo = 1 + (H - ph) // s, 1 + (W - pw) // s
    out = np.zeros((N, C, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            out[:, :, i, j] = x[:, :, i*s:i*s+ph, j*s:j*s+pw].max(axis=(2, 3))
    return out, (x, pool_param)


def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    N, C, Ho, Wo = dout.shape
    dx = np.zeros_like(x)
    for n in range(N):
        for c in range(C):
            for i in range(Ho):
                for j in range(Wo):
                    win = x[n, c, i*s:i*s+ph, j*s:j*s+pw]
                    k = np.unravel_index(win.argmax(), win.shape[::-1])
                    dx[n, c, i*s + k[0], j*s + k[1]] += dout[n, c, i, j]
    return dx


rng = np.random.default_rng(231)
x = rng.standard_normal((2, 3, 8, 8))
pool_param = {'pool_height': 2, 'pool_width': 4, 'stride': 2}
out, cache = max_pool_forward_naive(x, pool_param)
dout = rng.standard_normal(out.shape)
dx = max_pool_backward_naive(dout, cache)
print(dx.shape, dx.sum())
