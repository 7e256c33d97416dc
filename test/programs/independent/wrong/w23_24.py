import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    S, P = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    Ho = (H + 2 * P - HH) // S + 1
    Wo = (W + 2 * P - WW) // S + 1
    xp = np.pad(x, ((0, 0), (0, 0), (P, P), (P, P)))
    out = np.empty((N, F, Ho, Wo))
    for n, f, i, j in np.ndindex(N, F, Ho, Wo):
        patch = xp[n, :, i * S:i * S + HH, j * S:j * S + WW]
        out[n, f, i, j] = (patch * w[f]).sum() + b[f]
    return out, (x, w, b, conv_param)


def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    S, P = conv_param['stride'], conv_param['pad']
    xp = np.pad(x, ((0, 0), (0, 0), (P, P), (P, P)))
    dxp, dw, db = np.zeros_like(xp), np.zeros_like(w), np.zeros_like(b)
    HH, WW = w.shape[2:]
    for n, f, i, j in np.ndindex(*dout.shape):
        g = dout[n, f, i, j]
        rows = slice(i * S, i * S + HH)
        cols = slice(j * S, j * S + WW)
        db[f] += g
        dw[f] += g * xp[n, :, rows, cols]
        dxp[n, :, rows, cols] += g * w[n]
    dx = dxp[:, :, P:P + x.shape[2], P:P + x.shape[3]]
    return dx, dw, db


np.random.seed(231)
x = np.random.randn(2, 3, 5, 5)
w = np.random.randn(4, 3, 3, 3)
b = np.random.randn(4)
out, cache = conv_forward_naive(x, w, b, {'stride': 2, 'pad': 1})
dx, dw, db = conv_backward_naive(np.random.randn(*out.shape), cache)
print(out.shape, dx.shape, dw.shape, db.shape)
