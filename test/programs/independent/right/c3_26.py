import numpy as np

# AlexNet: overlapping pooling, z=3, s=2
def overlap_pool(x, z=3, s=2):
    n, h, w, c = x.shape
    oh, ow = (h - z) // s + 1, (w - z) // s + 1
    y = np.zeros((n, oh, ow, c))
    arg = np.zeros((n, oh, ow, c), dtype=int)
    for i in range(oh):
        for j in range(ow):
            flat = x[:, i*s:i*s+z, j*s:j*s+z, :].reshape(n, z * z, c)
            y[:, i, j] = flat.max(axis=1)
            arg[:, i, j] = flat.argmax(axis=1)
    return y, (x.shape, arg, z, s)

def overlap_pool_backward(dy, cache):
    shape, arg, z, s = cache
    dx = np.zeros(shape)
    n, oh, ow, c = dy.shape
    N, K = np.meshgrid(np.arange(n), np.arange(c), indexing='ij')
    for i in range(oh):
        for j in range(ow):
            r, q = divmod(arg[:, i, j], z)
            np.add.at(dx, (N, i * s + r, j * s + q, K), dy[:, i, j])
    return dx

np.random.seed(18)
x = np.random.randn(2, 7, 7, 3)
y, cache = overlap_pool(x)
dx = overlap_pool_backward(np.ones_like(y), cache)
print(y[0, :, :, 0])
print(dx[0, :, :, 0])
