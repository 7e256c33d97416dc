import numpy as np

def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    hh, ww, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    dx = np.zeros_like(x)
    N, C, Ho, Wo = dout.shape
    n_idx, c_idx = np.ogrid[:N, :C]
    for i in range(Ho):
        for j in range(Wo):
            win = x[:, :, i * s:i * s + hh, j * s:j * s + ww].reshape(N, C, -1)
            a, b = divmod(win.argmax(axis=2), win.shape[2] // hh)
            dx[n_idx, c_idx, i * s + a, j * s + b] += dout[:, :, i, j]
    return dx

np.random.seed(231)
x = np.random.randn(3, 2, 8, 9)
dout = np.random.randn(3, 2, 4, 4)
dx = max_pool_backward_naive(dout, (x, {'pool_height': 2, 'pool_width': 3, 'stride': 2}))
print(dx.sum(), dout.sum())
