import numpy as np

def max_pool_backward(dout, cache):
    """CS231n style. cache = (x, pool_param)"""
    x, pool_param = cache
    PH, PW = pool_param['pool_height'], pool_param['pool_width']
    S = pool_param['stride']
    N, C, H, W = x.shape
    _, _, OH, OW = dout.shape
    dx = np.zeros_like(x)
    for n in range(N):
        for c in range(C):
            for i in range(OH):
                for j in range(OW):
                    win = x[n, c, i * S:i * S + PH, j * S:j * S + PW]
                    best = np.argmax(win)
                    r, q = np.unravel_index(best, (PW, PH))
                    dx[n, c, i * S + r, j * S + q] += dout[n, c, i, j]
    return dx

np.random.seed(231)
x = np.random.randn(2, 3, 7, 8)
pool_param = {'pool_height': 3, 'pool_width': 2, 'stride': 2}
dout = np.random.randn(2, 3, 3, 4)
dx = max_pool_backward(dout, (x, pool_param))
print(dx.sum(), dout.sum())
