import numpy as np
from itertools import product

def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    stride, pad = conv_param['stride'], conv_param['pad']
    N, F, Ho, Wo = dout.shape
    HH, WW = w.shape[2:]
    H, W = x.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), 'constant')
    dxp, dw = np.zeros(xp.shape), np.zeros(w.shape)
    db = np.zeros(b.shape)
    for n, f, i, j in product(range(N), range(F), range(Ho), range(Wo)):
        hs, ws = i * stride, j * stride
        d = dout[n, f, i, j]
        db[f] += d
        dw[f] += d * xp[n, :, hs:hs + HH, ws:ws + WW]
        dxp[n, :, hs:hs + HH, ws:ws + WW] += d * w[f]
    dx = dxp[:, :, pad:pad + H, pad:pad + W]
    return dx, dw, db

rng = np.random.RandomState(231)
x, w, b = rng.randn(4, 3, 5, 5), rng.randn(2, 3, 3, 3), rng.randn(2)
dout = rng.randn(4, 2, 5, 5)
dx, dw, db = conv_backward_naive(dout, (x, w, b, {'stride': 1, 'pad': 1}))
