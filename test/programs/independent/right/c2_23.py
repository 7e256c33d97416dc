import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def forward(x, w, b, stride, pad):
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    win = sliding_window_view(xp, w.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    return np.einsum('nchwij,fcij->nfhw', win, w) + b[:, None, None], (x, w, win, stride, pad)

def backward(dout, cache):
    x, w, win, stride, pad = cache
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    db = np.einsum('nfhw->f', dout)
    dw = np.einsum('nchwij,nfhw->fcij', win, dout)
    # put zeros between the gradients, then a full correlation with the rotated kernels
    H, W = h + 2 * pad, wd + 2 * pad
    up = np.zeros((n, f, H - kh + 1, W - kw + 1))
    up[:, :, ::stride, ::stride] = dout
    up = np.pad(up, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    dxp = np.einsum('nfhwij,fcij->nchw', sliding_window_view(up, (kh, kw), axis=(2, 3)), w[..., ::-1, ::-1])
    return dxp[:, :, pad:pad + h, pad:pad + wd], dw, db

rng = np.random.RandomState(0)
y, cache = forward(rng.randn(2, 3, 7, 7), rng.randn(4, 3, 3, 3), rng.randn(4), 2, 1)
dx, dw, db = backward(np.ones_like(y), cache)
print(dx.shape, dw.shape, db)
