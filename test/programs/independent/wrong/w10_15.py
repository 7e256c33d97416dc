import numpy as np

def max_pool_backward(dout, x, pool_h, pool_w, stride_h, stride_w):
    batch, channels, height, width = x.shape
    _, _, out_h, out_w = dout.shape
    dx = np.zeros_like(x)
    for n, c, i, j in np.ndindex(batch, channels, out_h, out_w):
        top = i * stride_h
        left = j * stride_w
        block = x[n, c, top:top + pool_h, left:left + pool_w]
        # position of the biggest element inside the block
        r, q = np.unravel_index(np.argmax(block), (pool_w, pool_h))
        dx[n, c, top + r, left + q] += dout[n, c, i, j]
    return dx

np.random.seed(5)
x = np.random.randn(2, 3, 7, 9)
dout = np.random.randn(2, 3, 3, 3)
dx = max_pool_backward(dout, x, 2, 3, 2, 3)
print(dx.sum(), dout.sum())
print(dx[0, 0])
