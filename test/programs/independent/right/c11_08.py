import numpy as np

def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    s, p = conv_param['stride'], conv_param['pad']
    N, F, Ho, Wo = dout.shape
    _, C, HH, WW = w.shape
    db = dout.sum((0, 2, 3))
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    dw = np.zeros(w.shape)
    dxp = np.zeros(xp.shape)
    for i in range(Ho):
        for j in range(Wo):
            win = (slice(None), slice(None), slice(i * s, i * s + HH), slice(j * s, j * s + WW))
            dw += np.tensordot(dout[:, :, i, j], xp[win], axes=([0], [0]))
            dxp[win] += np.tensordot(dout[:, :, i, j], w, axes=1)
    dx = dxp[:, :, p:dxp.shape[2] - p, p:dxp.shape[3] - p]
    return dx, dw, db

np.random.seed(231)
x = np.random.randn(4, 3, 5, 5)
w = np.random.randn(2, 3, 3, 3)
dout = np.random.randn(4, 2, 5, 5)
dx, dw, db = conv_backward_naive(dout, (x, w, np.zeros(2), {'stride': 1, 'pad': 1}))
print(dx.shape, dw.shape, db.shape)
