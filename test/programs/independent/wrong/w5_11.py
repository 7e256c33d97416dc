import numpy as np

def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    dx = np.zeros_like(x)
    N, C, H, W = x.shape
    ph, pw = pool_param['pool_height'], pool_param['pool_width']
    s = pool_param['stride']
    for n in range(N):
        for c in range(C):
            for i in range(dout.shape[2]):
                for j in range(dout.shape[3]):
                    win = x[n, c, i*s:i*s+ph, j*s:j*s+pw]
                    r, k = np.where(win == win.max())
                    r, k = r[0], k[0]
                    dx[n, c, i*s + r, j*s + k] = dout[n, c, i, j]
    return dx

np.random.seed(231)
x = np.random.randn(1, 2, 5, 5)
pool_param = {'pool_height': 3, 'pool_width': 3, 'stride': 1}
dout = np.random.randn(1, 2, 3, 3)
print(max_pool_backward_naive(dout, (x, pool_param)))
