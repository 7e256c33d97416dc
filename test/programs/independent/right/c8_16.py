import numpy as np

def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    s, p = conv_param['stride'], conv_param['pad']
    F, C, HH, WW = w.shape
    N, _, H, W = x.shape
    _, _, OH, OW = dout.shape
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), 'constant')
    dxp = np.zeros_like(xp)
    dw = np.zeros_like(w)
    db = np.einsum('nfij->f', dout)
    # gather form: loop over the kernel taps, everything else vectorised
    for u in range(HH):
        rows = slice(u, u + (OH - 1) * s + 1, s)
        for v in range(WW):
            cols = slice(v, v + (OW - 1) * s + 1, s)
            dw[:, :, u, v] = np.tensordot(dout, xp[:, :, rows, cols], axes=([0, 2, 3], [0, 2, 3]))
            dxp[:, :, rows, cols] += np.einsum('nfij,fc->ncij', dout, w[:, :, u, v])
    dx = dxp[:, :, p:, p:][:, :, :H, :W]
    return dx, dw, db

np.random.seed(231)
x = np.random.randn(4, 3, 5, 6)
w = np.random.randn(2, 3, 3, 3)
b = np.random.randn(2,)
dout = np.random.randn(4, 2, 3, 3)
dx, dw, db = conv_backward_naive(dout, (x, w, b, {'stride': 2, 'pad': 1}))
print(dx.shape, dw.shape, db)
