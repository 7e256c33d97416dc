import numpy as np

def max_pool_backward_naive(dout, cache):
    """dout: upstream derivatives, cache: (x, pool_param) from the forward pass"""
    x, pool_param = cache
    N, C, H, W = x.shape
    ph = pool_param['pool_height']
    pw = pool_param['pool_width']
    s = pool_param['stride']
    Ho = (H - ph) // s + 1
    Wo = (W - pw) // s + 1
    dx = np.zeros_like(x)
    for n in range(N):
        for c in range(C):
            for i in range(Ho):
                for j in range(Wo):
                    window = x[n, c, i*s:i*s+ph, j*s:j*s+pw]
                    m = np.max(window)
                    dx[n, c, i*s:i*s+ph, j*s:j*s+pw] = (window == m) * dout[n, c, i, j]
    return dx

np.random.seed(0)
x = np.random.randn(3, 2, 8, 8)
pool_param = {'pool_height': 3, 'pool_width': 3, 'stride': 2}
dout = np.random.randn(3, 2, 3, 3)
print(max_pool_backward_naive(dout, (x, pool_param))[0, 0])
