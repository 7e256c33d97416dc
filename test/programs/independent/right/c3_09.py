import numpy as np

def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    out = np.zeros((N, C, (H - ph) // s + 1, (W - pw) // s + 1))
    for idx in np.ndindex(*out.shape):
        n, c, i, j = idx
        out[idx] = x[n, c, i*s:i*s+ph, j*s:j*s+pw].max()
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
                    # only the first maximum gets the gradient
                    r, q = np.unravel_index(win.argmax(), win.shape)
                    dx[n, c, i*s+r, j*s+q] += dout[n, c, i, j]
    return dx

np.random.seed(231)
x = np.random.randn(3, 2, 8, 8)
pool_param = {'pool_height': 2, 'pool_width': 3, 'stride': 2}
out, cache = max_pool_forward_naive(x, pool_param)
dout = np.random.randn(*out.shape)
dx = max_pool_backward_naive(dout, cache)
print(out.shape, dx[0, 0])
