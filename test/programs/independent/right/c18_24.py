import numpy as np

def avg_pool_backward(dout, x_shape, k, s, p):
    """Backward of average pooling with count_include_pad=False (NCHW)."""
    N, C, H, W = x_shape
    _, _, OH, OW = dout.shape
    # membership matrices: R[i, y] = 1 if row y lies in window i
    y = np.arange(H)
    R = np.array([(y >= i * s - p) & (y < i * s - p + k) for i in range(OH)], dtype=float)
    x = np.arange(W)
    Q = np.array([(x >= j * s - p) & (x < j * s - p + k) for j in range(OW)], dtype=float)
    R /= R.sum(axis=1, keepdims=True)
    Q /= Q.sum(axis=1, keepdims=True)
    return R.T @ dout @ Q

g = np.ones((1, 2, 3, 3))
g[0, 1] = np.arange(9).reshape(3, 3)
dx = avg_pool_backward(g, (1, 2, 5, 5), 3, 2, 1)
print(dx)
print(dx.sum(axis=(2, 3)))
