import numpy as np

def conv_backward_shift(dout, x, w, pad):
    """Stride 1. Gradients by shifting the whole map once per kernel position.
    x (N, C, H, W), w (F, C, k, k), dout (N, F, H', W')"""
    N, C, H, W = x.shape
    k = w.shape[-1]
    oh, ow = dout.shape[-2:]
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dxp = 0 * xp
    dw = np.empty_like(w)
    for b in range(k):
        for a in range(k):
            piece = xp[:, :, a:a + oh, b:b + ow]
            dw[:, :, a, b] = np.einsum('nfhw,nchw->fc', dout, piece)
            dxp[:, :, a:a + oh, b:b + ow] += np.einsum('nfhw,fc->nchw', dout, w[:, :, a, b])
    db = np.einsum('nfhw->f', dout)
    return dxp[:, :, pad:H + pad, pad:W + pad], dw, db

np.random.seed(20)
x = np.random.randn(2, 3, 5, 6)
w = np.random.randn(4, 3, 3, 3)
dout = np.random.randn(2, 4, 5, 6)
dx, dw, db = conv_backward_shift(dout, x, w, 1)
print(dx.shape, dw.shape, db)
