import numpy as np


def max_pool(x, k, stride=None, padding=0):
    """x (C, H, W). Returns the pooled array and flat positions in the padded array."""
    stride = stride or k
    xp = np.full((x.shape[0], x.shape[1] + 2 * padding, x.shape[2] + 2 * padding), -np.inf)
    xp[:, padding:padding + x.shape[1], padding:padding + x.shape[2]] = x
    C, H, W = xp.shape
    oh, ow = (H - k) // stride + 1, (W - k) // stride + 1
    where = np.zeros((C, oh, ow), dtype=np.intp)
    for i in range(oh):
        for j in range(ow):
            win = xp[:, i * stride:i * stride + k, j * stride:j * stride + k].reshape(C, -1)
            a, b = np.divmod(win.argmax(axis=1), k)
            where[:, i, j] = ((np.arange(C) * H) + i * stride + a) * W + j * stride + b
    return xp.reshape(-1)[where], where


def max_pool_grad(dy, where, x_shape, padding=0):
    C, H, W = x_shape
    flat = np.zeros(C * (H + 2 * padding) * (W + 2 * padding))
    np.add.at(flat, where, dy)
    full = flat.reshape(C, H + 2 * padding, W + 2 * padding)
    return full[:, padding:H + padding, padding:W + padding]


rng = np.random.default_rng(15)
x = rng.normal(size=(3, 6, 7)) - 2.0
y, where = max_pool(x, 3, 2, 1)
dx = max_pool_grad(np.ones_like(y), where, x.shape, 1)
print(y)
print(dx[0])
