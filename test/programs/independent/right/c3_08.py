import numpy as np

def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    S, P = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    _, _, Ho, Wo = dout.shape
    xp = np.pad(x, ((0,), (0,), (P,), (P,)))
    dxp = np.zeros(xp.shape)
    dw = np.zeros(w.shape)
    db = dout.sum(axis=(0, 2, 3))
    for i in range(Ho):
        for j in range(Wo):
            g = dout[:, :, i, j]                                   # (N, F)
            patch = xp[:, :, i*S:i*S+HH, j*S:j*S+WW]               # (N, C, HH, WW)
            dw += np.tensordot(g, patch, axes=(0, 0))
            dxp[:, :, i*S:i*S+HH, j*S:j*S+WW] += np.tensordot(g, w, axes=(1, 0))
    dx = dxp[:, :, P:H+P, P:W+P]
    return dx, dw, db

np.random.seed(231)
x = np.random.randn(4, 3, 5, 5)
w = np.random.randn(2, 3, 3, 3)
b = np.random.randn(2,)
dout = np.random.randn(4, 2, 5, 5)
dx, dw, db = conv_backward_naive(dout, (x, w, b, {'stride': 1, 'pad': 1}))
print(dx.shape, dw.shape, db)
