import numpy as np
from numpy.lib.stride_tricks import sliding_window_view as swv

def conv_bwd(dy, x, w, stride=1, pad=0):
    """vectorised backward: returns dx, dw, db (NCHW)"""
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    v = swv(xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    dw = np.einsum('nfhw,nchwij->fcij', dy, v)
    db = dy.sum((0, 2, 3))
    # dx : full correlation with the rotated kernel
    up = np.zeros((N, F, xp.shape[2] - kh + 1, xp.shape[3] - kw + 1))
    up[:, :, ::stride, ::stride] = dy
    up = np.pad(up, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    dxp = np.einsum('nfhwij,fcij->nchw', swv(up, (kh, kw), axis=(2, 3)), w[:, :, ::-1, ::-1])
    return dxp[:, :, pad:pad + H, pad:pad + W], dw, db

rng = np.random.default_rng(1)
x = rng.normal(size=(2, 3, 6, 8))
w = rng.normal(size=(4, 3, 3, 3))
dy = rng.normal(size=(2, 4, 3, 4))
dx, dw, db = conv_bwd(dy, x, w, stride=2, pad=1)
print(dx.shape, dw.shape, db.shape)
