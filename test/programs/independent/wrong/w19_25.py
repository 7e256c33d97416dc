import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def conv_bwd(dout, x, w, pad):
    """stride 1 only. x: NCHW, w: FCHW"""
    kh, kw = w.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    win = sliding_window_view(xp, (kh, kw), axis=(2, 3))      # n c i j u v
    dw = np.einsum('ncijuv,nfij->fcuv', win, dout)
    db = dout.sum((0, 2, 3))
    full = np.pad(dout, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    dwin = sliding_window_view(full, (kh, kw), axis=(2, 3))
    dxp = np.einsum('nfijuv,fcuv->ncij', dwin, w)
    H, W = x.shape[2:]
    return dxp[:, :, pad:pad + H, pad:pad + W], dw, db

rng = np.random.default_rng(25)
x = rng.normal(size=(2, 3, 6, 5))
w = rng.normal(size=(4, 3, 3, 2))
dout = rng.normal(size=(2, 4, 6, 6))
dx, dw, db = conv_bwd(dout, x, w, pad=1)
print(dx.shape, dw.shape, db.shape)
print(dx[0, 0])
