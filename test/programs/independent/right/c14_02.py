import numpy as np


def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    s, p = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    _, _, Ho, Wo = dout.shape
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    dxp = 0 * xp
    dw = np.empty_like(w)
    for u in range(HH):
        for v in range(WW):
            view = (slice(None), slice(None), slice(u, u + s * Ho, s), slice(v, v + s * Wo, s))
            dw[:, :, u, v] = np.einsum('nfij,ncij->fc', dout, xp[view])
            dxp[view] += np.einsum('nfij,fc->ncij', dout, w[:, :, u, v])
    dx = dxp[:, :, p:-p or None, p:-p or None]
    return dx, dw, np.einsum('nfij->f', dout)


np.random.seed(231)
x = np.random.randn(4, 3, 5, 5)
w = np.random.randn(2, 3, 3, 3)
b = np.random.randn(2)
dout = np.random.randn(4, 2, 5, 5)
dx, dw, db = conv_backward_naive(dout, (x, w, b, {'stride': 1, 'pad': 1}))
print(dx.shape, dw.shape, db)
dout = np.random.randn(4, 2, 2, 2)
dx, dw, db = conv_backward_naive(dout, (x, w, b, {'stride': 2, 'pad': 0}))
print(dx.sum(), dw.sum(), db)
