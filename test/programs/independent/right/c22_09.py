import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def conv2d(x: np.ndarray, w: np.ndarray, b: np.ndarray, stride: int = 1, padding: int = 0):
    """Cross-correlation of x (N,C,H,W) with w (K,C,R,S)."""
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    R, S = w.shape[2:]
    windows = sliding_window_view(xp, (R, S), axis=(2, 3))[:, :, ::stride, ::stride]
    out = np.einsum('nchwrs,kcrs->nkhw', windows, w) + b.reshape(1, -1, 1, 1)
    return out, (x.shape, windows, w, stride, padding)

def conv2d_grad(dy: np.ndarray, ctx):
    x_shape, windows, w, stride, padding = ctx
    N, C, H, W = x_shape
    R, S = w.shape[2:]
    db = np.einsum('nkhw->k', dy)
    dw = np.einsum('nchwrs,nkhw->kcrs', windows, dy)
    contrib = np.einsum('nkhw,kcrs->nchwrs', dy, w)
    dxp = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    P, Q = dy.shape[2:]
    for r in range(R):
        for s in range(S):
            dxp[:, :, r:r + stride * P:stride, s:s + stride * Q:stride][..., :P, :Q] += contrib[..., r, s]
    dx = dxp[:, :, padding:padding + H, padding:padding + W]
    return dx, dw, db

rng = np.random.default_rng(4)
x = rng.standard_normal((2, 3, 6, 8))
w = rng.standard_normal((4, 3, 2, 3))
b = rng.standard_normal(4)
y, ctx = conv2d(x, w, b, stride=2, padding=1)
dx, dw, db = conv2d_grad(np.ones_like(y), ctx)
print(y.shape, dx.sum(), dw.sum(), db)
