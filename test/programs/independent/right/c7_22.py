import numpy as np

def get_im2col_indices(x_shape, fh, fw, p, s):
    N, C, H, W = x_shape
    oh, ow = (H + 2 * p - fh) // s + 1, (W + 2 * p - fw) // s + 1
    c, r, q, y, x = np.indices((C, fh, fw, oh, ow))
    return c, r + s * y, q + s * x

def conv_fwd(x, w, b, p=0, s=1):
    F, C, fh, fw = w.shape
    k, i, j = get_im2col_indices(x.shape, fh, fw, p, s)
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    cols = xp[:, k, i, j]
    out = np.tensordot(cols, w, axes=([1, 2, 3], [1, 2, 3])) + b
    return out.transpose(0, 3, 1, 2), (x.shape, xp.shape, cols, w, p, s)

def conv_bwd(dout, cache):
    x_shape, xp_shape, cols, w, p, s = cache
    db = dout.sum((0, 2, 3))
    dw = np.tensordot(dout, cols, axes=([0, 2, 3], [0, 4, 5]))
    dcols = np.moveaxis(np.tensordot(w, dout, axes=(0, 1)), 3, 0)
    dxp = np.zeros(xp_shape)
    k, i, j = get_im2col_indices(x_shape, w.shape[2], w.shape[3], p, s)
    np.add.at(dxp, (slice(None), k, i, j), dcols)
    return dxp[:, :, p:p + x_shape[2], p:p + x_shape[3]], dw, db

rng = np.random.RandomState(0)
x, w, b = rng.randn(2, 3, 6, 5), rng.randn(4, 3, 3, 2), rng.randn(4)
out, cache = conv_fwd(x, w, b, p=1, s=2)
dx, dw, db = conv_bwd(np.ones_like(out), cache)
print(out.shape, dx.shape, dw.shape, db)
