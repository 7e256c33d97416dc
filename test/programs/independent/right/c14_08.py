import numpy as np

def indices(C, H, W, kh, kw, p, s):
    oh = (H + 2 * p - kh) // s + 1
    ow = (W + 2 * p - kw) // s + 1
    c, u, v, a, b = np.ogrid[:C, :kh, :kw, :oh, :ow]
    full = np.broadcast_arrays(c, s * a + u, s * b + v)
    return tuple(t.reshape(C * kh * kw, oh * ow) for t in full)

def im2col(x, kh, kw, p=0, s=1):
    N, C, H, W = x.shape
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    c, r, q = indices(C, H, W, kh, kw, p, s)
    return xp[:, c, r, q]

def col2im(cols, shape, kh, kw, p=0, s=1):
    N, C, H, W = shape
    acc = np.zeros((N, C, H + 2 * p, W + 2 * p))
    c, r, q = indices(C, H, W, kh, kw, p, s)
    np.add.at(acc, (slice(None), c, r, q), cols)
    return acc[:, :, p:p + H, p:p + W]

rs = np.random.RandomState(88)
x = rs.randn(2, 3, 5, 6)
cols = im2col(x, 3, 2, p=1, s=2)
print(cols.shape)
print(col2im(cols, x.shape, 3, 2, p=1, s=2)[1, 2])
