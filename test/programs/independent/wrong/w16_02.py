import numpy as np


def conv_backward_naive(dout, cache):
    """Inputs: dout (N, F, H', W'), cache = (x, w, b, conv_param).
    Returns dx, dw, db with the shapes of x, w, b. pad may be 0, 1, 2, ..."""
    x, w, b, conv_param = cache
    stride = conv_param['stride']
    pad = conv_param['pad']
    F, C, HH, WW = w.shape
    N, _, H_out, W_out = dout.shape

    x_pad = np.pad(x, ((0,), (0,), (pad,), (pad,)), 'constant')
    dx_pad = np.zeros_like(x_pad)
    dw = np.zeros_like(w)
    db = dout.sum(axis=(0, 2, 3))

    for n in range(N):
        for f in range(F):
            for i in range(H_out):
                for j in range(W_out):
                    g = dout[n, f, i, j]
                    r, q = i * stride, j * stride
                    dw[f] += g * x_pad[n, :, r:r + HH, q:q + WW]
                    dx_pad[n, :, r:r + HH, q:q + WW] += g * w[f]

    dx = dx_pad[:, :, pad:-pad, pad:-pad]
    return dx, dw, db


np.random.seed(231)
x = np.random.randn(2, 3, 5, 5)
w = np.random.randn(2, 3, 3, 3)
b = np.random.randn(2)
dout = np.random.randn(2, 2, 3, 3)
dx, dw, db = conv_backward_naive(dout, (x, w, b, {'stride': 1, 'pad': 0}))
print(dx.shape, dw.shape, db.shape)
dout = np.random.randn(2, 2, 5, 5)
dx, dw, db = conv_backward_naive(dout, (x, w, b, {'stride': 1, 'pad': 1}))
print(dx.shape, dw.shape, db.shape)
