import numpy as np

def max_pool_forward_naive(x, pool_param):
    ph, pw, st = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    N, C, H, W = x.shape
    Hp, Wp = 1 + (H - ph) // st, 1 + (W - pw) // st
    out = np.zeros((N, C, Hp, Wp))
    for i in range(Hp):
        for j in range(Wp):
            out[:, :, i, j] = x[:, :, i*st:i*st+ph, j*st:j*st+pw].max(axis=(2, 3))
    return out, (x, pool_param)

def max_pool_backward_naive(dout, cache):
    # unpack
    x, pool_param = cache
    ph, pw, st = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    N, C, Hp, Wp = dout.shape
    dx = np.zeros(x.shape)
    for n in range(N):
        for c in range(C):
            for i in range(Hp):
                for j in range(Wp):
                    window = x[n, c, i*st:i*st+ph, j*st:j*st+pw]
                    r, q = np.unravel_index(window.argmax(), (pw, ph))
                    dx[n, c, i*st + r, j*st + q] += dout[n, c, i, j]
    return dx

np.random.seed(231)
x = np.random.randn(3, 2, 8, 9)
dout = np.random.randn(3, 2, 4, 3)
pool_param = {'pool_height': 2, 'pool_width': 3, 'stride': 2}
out, cache = max_pool_forward_naive(x, pool_param)
dout = np.random.randn(*out.shape)
dx = max_pool_backward_naive(dout, cache)
print('dx sum', dx.sum(), 'dout sum', dout.sum())
