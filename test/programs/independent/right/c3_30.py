import numpy as np
from numpy.lib.stride_tricks import sliding_window_view as swv

def conv2d(x, w, b):
    win = swv(x, w.shape[2:], axis=(2, 3))
    return np.einsum('nchwij,kcij->nkhw', win, w, optimize=True) + b[None, :, None, None]

def conv2d_backward(dy, x, w):
    # valid, stride 1
    win = swv(x, w.shape[2:], axis=(2, 3))
    dw = np.einsum('nkhw,nchwij->kcij', dy, win, optimize=True)
    db = np.einsum('nkhw->k', dy)
    kh, kw = w.shape[2:]
    dyp = np.pad(dy, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    dx = np.einsum('nkhwij,kcij->nchw', swv(dyp, (kh, kw), axis=(2, 3)), w[:, :, ::-1, ::-1], optimize=True)
    return dx, dw, db

rng = np.random.default_rng(5)
x, w, b = rng.normal(size=(2, 3, 6, 5)), rng.normal(size=(4, 3, 3, 2)), rng.normal(size=4)
y = conv2d(x, w, b)
dx, dw, db = conv2d_backward(np.ones_like(y), x, w)
print(y.shape, dx.shape, dw.shape, db)
