import numpy as np

def max_pool_backward(dout, cache):
    """x (N, C, H, W); windows may overlap"""
    x, k, s = cache
    N, C, Ho, Wo = dout.shape
    dx = np.zeros_like(x)
    for n in range(N):
        for c in range(C):
            for i in range(Ho):
                for j in range(Wo):
                    win = x[n, c, i*s:i*s+k, j*s:j*s+k]
                    a, b = np.unravel_index(win.argmax(), win.shape)
                    dx[n, c, i + a, j + b] += dout[n, c, i, j]
    return dx

rng = np.random.default_rng(3)
x = rng.normal(size=(2, 2, 6, 8))
print(max_pool_backward(np.ones((2, 2, 3, 4)), (x, 2, 2))[0, 0])
