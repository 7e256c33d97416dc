import numpy as np

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
                    patch = x[n, c, i*s:i*s+ph, j*s:j*s+pw]
                    k = np.argmax(patch)
                    r, q = np.unravel_index(k, (pw, ph))
                    dx[n, c, i*s + r, j*s + q] += dout[n, c, i, j]
    return dx

rng = np.random.RandomState(231)
x = rng.randn(3, 2, 8, 9)
dout = rng.randn(3, 2, 4, 4)
dx = max_pool_backward_naive(dout, (x, {'pool_height': 2, 'pool_width': 3, 'stride': 2}))
print('dx sum', dx.sum())
