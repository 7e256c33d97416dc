import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def windows(a, k, s, p):
    a = np.pad(a, [(0, 0)] * (a.ndim - 2) + [(p, p), (p, p)])
    return sliding_window_view(a, (k, k), axis=(-2, -1))[..., ::s, ::s, :, :]


def avg_pool_valid_count(x, k, s, p):
    """Average over the real pixels only (count_include_pad=False)."""
    sums = windows(x, k, s, p).sum((-1, -2))
    counts = windows(np.ones(x.shape[-2:]), k, s, p).sum((-1, -2))
    return sums / counts


def avg_pool_valid_count_backward(dy, x_shape, k, s, p):
    counts = windows(np.ones(x_shape[-2:]), k, s, p).sum((-1, -2))
    share = dy / counts
    dx = np.zeros(x_shape[:-2] + (x_shape[-2] + 2 * p, x_shape[-1] + 2 * p))
    for i, j in np.ndindex(*dy.shape[-2:]):
        dx[..., i * s:i * s + k, j * s:j * s + k] += share[..., i, j][..., None, None]
    return dx[..., p:p + x_shape[-2], p:p + x_shape[-1]]


rng = np.random.default_rng(31)
x = rng.normal(size=(2, 3, 5, 6))
y = avg_pool_valid_count(x, 3, 2, 1)
print(y.shape, y[0, 0])
print(avg_pool_valid_count_backward(np.ones_like(y), x.shape, 3, 2, 1)[0, 0])
