import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def conv_bwd(dy, x, w, stride, pad):
    """All three gradients with einsum; x (N,C,H,W), w (F,C,R,S), dy (N,F,OH,OW)."""
    R, S = w.shape[-2:]
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    win = sliding_window_view(xp, (R, S), axis=(2, 3))[:, :, ::stride, ::stride]
    dw = np.einsum("nfyx,ncyxrs->fcrs", dy, win)
    db = np.einsum("nfyx->f", dy)
    # zero-stuffing of dy to the stride-1 geometry
    full_h, full_w = xp.shape[2] - R + 1, xp.shape[3] - S + 1
    big = np.zeros(dy.shape[:2] + (full_h, full_w))
    big[:, :, ::stride, ::stride] = dy
    big = np.pad(big, ((0, 0), (0, 0), (R - 1, R - 1), (S - 1, S - 1)))
    dxp = np.einsum("nfyxrs,fcrs->ncyx", sliding_window_view(big, (R, S), axis=(2, 3)), w[:, :, ::-1, ::-1])
    return dxp[:, :, pad:pad + x.shape[2], pad:pad + x.shape[3]], dw, db

rs = np.random.RandomState(5)
dx, dw, db = conv_bwd(rs.randn(2, 4, 3, 4), rs.randn(2, 3, 6, 7), rs.randn(4, 3, 3, 3), 2, 1)
print(dx.shape, dw.shape, db.shape)
