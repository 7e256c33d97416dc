import numpy as np

def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    ph, pw = pool_param['pool_height'], pool_param['pool_width']
    s = pool_param['stride']
    N, C, H, W = x.shape
    _, _, Ho, Wo = dout.shape
    dx = np.zeros_like(x)
    for n in range(N):
        for c in range(C):
            for i in range(Ho):
                for j in range(Wo):
                    win = x[n, c, i * s:i * s + ph, j * s:j * s + pw]
                    r, q = np.unravel_index(win.argmax(), (pw, ph))
                    dx[n, c, i * s + r, j * s + q] += dout[n, c, i, j]
    return dx

np.random.seed(0)
x = np.random.randn(2, 3, 9, 10)
param = {'pool_height': 2, 'pool_width': 3, 'stride': 2}
Ho = 1 + (9 - 2) // 2
Wo = 1 + (10 - 3) // 2
dout = np.random.randn(2, 3, Ho, Wo)
dx = max_pool_backward_naive(dout, (x, param))
print(dx[0, 0])
