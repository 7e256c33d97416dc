import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def conv(x, w, b):
    v = sliding_window_view(x, w.shape[2:], (2, 3))
    return np.einsum("nchwkl,fckl->nfhw", v, w) + b.reshape(1, -1, 1, 1)

def conv_grad(x, w, dy):
    _, _, kh, kw = w.shape
    v = sliding_window_view(x, (kh, kw), (2, 3))
    dw = np.einsum("nchwkl,nfhw->fckl", v, dy)
    db = dy.sum(axis=(0, 1, 2))
    dyp = np.pad(dy, ((0, 0), (0, 0), (kh - 1,) * 2, (kw - 1,) * 2))
    u = sliding_window_view(dyp, (kh, kw), (2, 3))
    dx = np.einsum("nfhwkl,fckl->nchw", u, w)
    return dx, dw, db

g = np.random.default_rng(1)
x, w, b = g.normal(size=(2, 3, 5, 5)), g.normal(size=(3, 3, 3, 3)), g.normal(size=3)
y = conv(x, w, b)
for name, a in zip(("dx", "dw", "db"), conv_grad(x, w, y)):
    print(name, a.shape, a.sum())
