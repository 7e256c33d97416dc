import numpy as np

def global_max_pool(x):
    """x: (N, C, H, W) -> (N, C) and flat positions"""
    flat = x.reshape(x.shape[0], x.shape[1], -1)
    idx = flat.argmax(axis=-1)
    return np.take_along_axis(flat, idx[..., None], axis=-1)[..., 0], idx

def global_max_pool_backward(dy, idx, shape):
    n, c, h, w = shape
    dx = np.zeros((n, c, h * w))
    dx[:, :, idx] = dy[..., None, None]
    return dx.reshape(shape)

rng = np.random.default_rng(37)
x = rng.normal(size=(2, 3, 4, 5))
y, idx = global_max_pool(x)
dy = rng.normal(size=y.shape)
dx = global_max_pool_backward(dy, idx, x.shape)
print(y)
print((dx != 0).sum(axis=(2, 3)))
