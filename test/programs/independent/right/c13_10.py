import numpy as np

def max_pool_backward_naive(dout, cache):
    """A naive implementation of the backward pass for a max-pooling layer."""
    x, pool_param = cache
    N, C, H, W = x.shape
    HH, WW, stride = (pool_param[key] for key in ('pool_height', 'pool_width', 'stride'))
    dx = np.zeros(x.shape)
    it = np.nditer(dout, flags=['multi_index'])
    for g in it:
        n, c, i, j = it.multi_index
        window = x[n, c, i*stride:i*stride+HH, j*stride:j*stride+WW]
        r, q = np.unravel_index(np.argmax(window), window.shape)
        dx[n, c, i*stride + r, j*stride + q] += g
    return dx

np.random.seed(231)
x = np.random.randn(3, 2, 8, 8)
dout = np.random.randn(3, 2, 4, 4)
dx = max_pool_backward_naive(dout, (x, {'pool_height': 2, 'pool_width': 2, 'stride': 2}))
print(dx[0, 0])
