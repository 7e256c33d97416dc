import numpy as np

cache = {}


def maxpool_forward(x, k=3, s=2):
    n, c, h, w = x.shape
    oh = 1 + (h - k) // s
    ow = 1 + (w - k) // s
    view = np.lib.stride_tricks.sliding_window_view(x, (k, k), axis=(2, 3))
    view = view[:, :, ::s, ::s].reshape(n, c, oh, ow, k * k)
    cache['idx'] = view.argmax(-1)
    cache['shape'] = x.shape
    cache['k'], cache['s'] = k, s
    return view.max(-1)


def maxpool_backward(dy):
    k, s = cache['k'], cache['s']
    dx = np.zeros(cache['shape'])
    rr, cc = np.unravel_index(cache['idx'], (k, k))
    n, c, oh, ow = dy.shape
    ni, ci, oi, oj = np.indices(dy.shape)
    dx[ni, ci, oi * s + rr, oj * s + cc] += dy
    return dx


np.random.seed(0)
x = np.random.randn(2, 2, 7, 7)
y = maxpool_forward(x)
dx = maxpool_backward(np.ones_like(y))
print(y.shape, dx.sum(), y.size)
