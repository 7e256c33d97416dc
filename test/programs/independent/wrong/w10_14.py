import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def maxpool(x, k, s):
    v = sliding_window_view(x, (k, k))[::s, ::s]
    flat = v.reshape(v.shape[0], v.shape[1], k * k)
    winner = flat.argmax(axis=2)
    return flat.max(axis=2), winner


def maxpool_grad(dy, winner, shape, k, s):
    """Route every output gradient back to the winning pixel."""
    oh, ow = dy.shape
    rows = np.arange(oh)[:, None] * s + winner // k
    cols = np.arange(ow)[None, :] * s + winner % k
    dx = np.zeros(shape)
    dx[rows, cols] += dy
    return dx


gen = np.random.default_rng(0)
x = gen.normal(size=(7, 8))
y, winner = maxpool(x, k=3, s=1)
dy = gen.normal(size=y.shape)
dx = maxpool_grad(dy, winner, x.shape, k=3, s=1)
print(dx.round(3))
assert dx.shape == x.shape
