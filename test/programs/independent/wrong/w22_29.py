import numpy as np


def conv_backward(dout, cache):
    """
    Returns dx, dw, db for a cache (x, w, b, conv_param) of the naive forward pass.
    """
    x, w, b, conv_param = cache
    s, p = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    Ho, Wo = dout.shape[-2:]

    xp = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)], mode='constant')
    dxp = np.zeros_like(xp)
    dw = np.zeros_like(w)
    db = np.zeros_like(b)

    for n in range(N):
        for f in range(F):
            db[f] = dout[n, f].sum()
            for i in range(Ho):
                for j in range(Wo):
                    rows = slice(i * s, i * s + HH)
                    cols = slice(j * s, j * s + WW)
                    dw[f] += xp[n, :, rows, cols] * dout[n, f, i, j]
                    dxp[n, :, rows, cols] += w[n] * dout[n, f, i, j]

    dx = dxp[:, :, p:p + H, p:p + W]
    return dx, dw, db


np.random.seed(231)
x = np.random.randn(2, 3, 5, 5)
w = np.random.randn(2, 3, 3, 3)
b = np.random.randn(2)
dout = np.random.randn(2, 2, 5, 5)
dx, dw, db = conv_backward(dout, (x, w, b, {'stride': 1, 'pad': 1}))
print(dx.sum(), dw.sum(), db)
