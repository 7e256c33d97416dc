import numpy as np


def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    N, C, H, W = x.shape
    HH, WW, S = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    _, _, H_out, W_out = dout.shape
    dx = np.zeros_like(x)
    for n in range(N):
        for c in range(C):
            for k in range(H_out * W_out):
                i, j = divmod(k, W_out)
                window = x[n, c, i * S:i * S + HH, j * S:j * S + WW]
                flat = window.argmax()
                dx[n, c, i * S + flat // WW, j * S + flat % WW] += dout[n, c, i, j]
    return dx


np.random.seed(231)
x = np.random.randn(3, 2, 8, 6)
dout = np.random.randn(3, 2, 4, 3)
dx = max_pool_backward_naive(dout, (x, {'pool_height': 2, 'pool_width': 2, 'stride': 2}))
print(dx[0, 0])
