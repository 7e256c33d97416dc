import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def fwd(x, w, b, stride=1, pad=0):
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    win = sliding_window_view(xp, w.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    y = np.einsum('bchwij,ocij->bohw', win, w, optimize=True) + b[:, None, None]
    return y, (x.shape, win, w, stride, pad)

def bwd(dy, cache):
    (n, c, h, wd), win, w, stride, pad = cache
    dw = np.einsum('bchwij,bohw->ocij', win, dy, optimize=True)
    db = np.einsum('bohw->o', dy)
    # dilate dy by the stride, then full correlation with the rotated kernel
    kh, kw = w.shape[2:]
    hp, wp = h + 2 * pad, wd + 2 * pad
    up = np.zeros((n, dy.shape[1], hp - kh + 1, wp - kw + 1))
    up[:, :, ::stride, ::stride] = dy
    up = np.pad(up, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    v = sliding_window_view(up, (kh, kw), axis=(2, 3))
    dxp = np.einsum('bohwij,ocij->bchw', v, w[:, :, ::-1, ::-1], optimize=True)
    return dxp[:, :, pad:pad + h, pad:pad + wd], dw, db

rng = np.random.default_rng(0)
x = rng.standard_normal((2, 3, 7, 6))
w = rng.standard_normal((4, 3, 3, 3))
b = rng.standard_normal(4)
y, cache = fwd(x, w, b, stride=2, pad=1)
dx, dw, db = bwd(np.ones_like(y), cache)
print(y.shape, dx.shape, dw.shape, db)
