import numpy as np

def avg_pool_blocks(x, k):
    """Non-overlapping average pooling of (N, C, H, W); a ragged border is dropped."""
    N, C, H, W = x.shape
    oh, ow = H // k, W // k
    cut = x[:, :, :oh * k, :ow * k]
    return cut.reshape(N, C, oh, k, ow, k).mean(axis=(3, 5))

def avg_pool_blocks_backward(dout, x_shape, k):
    dx = np.zeros(x_shape)
    spread = np.repeat(np.repeat(dout, k, axis=2), k, axis=3) / k ** 2
    dx[:, :, :spread.shape[2], :spread.shape[3]] = spread
    return dx

def global_avg_pool(x):
    return x.mean(axis=(2, 3), keepdims=True)

def global_avg_pool_backward(dout, x_shape):
    area = x_shape[1] * x_shape[2]
    return np.broadcast_to(dout / area, x_shape).copy()

np.random.seed(21)
x = np.random.randn(2, 3, 7, 8)
y = avg_pool_blocks(x, 3)
dx = avg_pool_blocks_backward(np.ones_like(y), x.shape, 3)
g = global_avg_pool(x)
dg = global_avg_pool_backward(np.ones_like(g), x.shape)
print(y.shape, g.shape)
print(dx[0, 0])
print(dg[0, 0, 0])
