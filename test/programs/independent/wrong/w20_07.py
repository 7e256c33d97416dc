import numpy as np

def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    Ho, Wo = (H - ph) // s + 1, (W - pw) // s + 1
    out = np.zeros((N, C, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            out[:, :, i, j] = x[:, :, i*s:i*s+ph, j*s:j*s+pw].max(axis=(2, 3))
    return out, (x, pool_param)

def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    N, C, H, W = x.shape
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    _, _, Ho, Wo = dout.shape
    dx = np.zeros_like(x)
    for n in range(N):
        for c in range(C):
            for i in range(Ho):
                for j in range(Wo):
                    win = x[n, c, i*s:i*s+ph, j*s:j*s+pw]
                    k = np.argmax(win)
                    a, b = np.unravel_index(k, x.shape[2:])
                    dx[n, c, i*s + a, j*s + b] += dout[n, c, i, j]
    return dx

np.random.seed(231)
x = np.random.randn(3, 2, 8, 8)
param = {'pool_height': 3, 'pool_width': 3, 'stride': 1}
out, cache = max_pool_forward_naive(x, param)
dout = np.random.randn(*out.shape)
dx = max_pool_backward_naive(dout, cache)
print(dx.sum(), dout.sum())
