import numpy as np

def conv_backward_naive(dout, cache):
    """Naive backward pass; dout: (N, F, H', W'), cache as in the forward pass."""
    x, w, b, conv_param = cache
    S, P = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    x_pad = np.pad(x, ((0, 0), (0, 0), (P, P), (P, P)))
    dx_pad = np.zeros_like(x_pad)
    dw = np.zeros_like(w)

    db = dout.sum(axis=(0, 1, 2))

    for n in range(N):
        for f in range(F):
            for i in range(dout.shape[2]):
                for j in range(dout.shape[3]):
                    top, left = i * S, j * S
                    upstream = dout[n, f, i, j]
                    dw[f] += upstream * x_pad[n, :, top:top + HH, left:left + WW]
                    dx_pad[n, :, top:top + HH, left:left + WW] += upstream * w[f]

    dx = dx_pad[:, :, :H, :W]
    return dx, dw, db

np.random.seed(231)
x = np.random.randn(4, 3, 5, 5)
w = np.random.randn(2, 3, 3, 3)
b = np.random.randn(2)
dout = np.random.randn(4, 2, 5, 5)
dx, dw, db = conv_backward_naive(dout, (x, w, b, {'stride': 1, 'pad': 1}))
print('dx', dx.shape, np.abs(dx).sum())
print('dw', dw.shape, np.abs(dw).sum())
print('db', db)
