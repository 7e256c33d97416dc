import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    """Loops over kernel offsets; every output position is handled at once."""
    s, p = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    Ho, Wo = (H + 2 * p - HH) // s + 1, (W + 2 * p - WW) // s + 1
    out = np.tile(b.reshape(1, F, 1, 1).astype(float), (N, 1, Ho, Wo))
    for v in reversed(range(WW)):
        for u in range(HH):
            view = xp[:, :, u:u + s * (Ho - 1) + 1:s, v:v + s * (Wo - 1) + 1:s]
            out += np.einsum('nchw,fc->nfhw', view, w[:, :, u, v])
    return out, (xp, w, conv_param, x.shape)

def conv_backward_naive(dout, cache):
    xp, w, conv_param, shape = cache
    s, p = conv_param['stride'], conv_param['pad']
    N, C, H, W = shape
    Ho, Wo = dout.shape[2:]
    dxp, dw = np.zeros_like(xp), np.empty_like(w)
    for u in range(w.shape[2]):
        for v in range(w.shape[3]):
            rows = slice(u, u + s * (Ho - 1) + 1, s)
            cols = slice(v, v + s * (Wo - 1) + 1, s)
            dw[:, :, u, v] = np.einsum('nfhw,nchw->fc', dout, xp[:, :, rows, cols])
            dxp[:, :, rows, cols] += np.einsum('nfhw,fc->nchw', dout, w[:, :, u, v])
    return dxp[:, :, p:p + H, p:p + W], dw, np.einsum('nfhw->f', dout)

np.random.seed(0)
x, w, b = np.random.randn(2, 3, 6, 6), np.random.randn(4, 3, 3, 3), np.random.randn(4)
out, cache = conv_forward_naive(x, w, b, {'stride': 2, 'pad': 1})
print([g.shape for g in conv_backward_naive(np.ones_like(out), cache)])
