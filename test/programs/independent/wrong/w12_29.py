import numpy as np

def conv_fwd(x, w, b, s=1, p=0):
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    k = w.shape[2]
    oh = (xp.shape[2] - k) // s + 1
    ow = (xp.shape[3] - k) // s + 1
    y = np.zeros((x.shape[0], w.shape[0], oh, ow))
    for i in range(oh):
        for j in range(ow):
            y[:, :, i, j] = np.tensordot(xp[:, :, i*s:i*s+k, j*s:j*s+k], w, ([1, 2, 3], [1, 2, 3])) + b
    return y, (x, w, s, p)

def conv_bwd(dy, cache):
    x, w, p, s = cache
    k = w.shape[2]
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    dxp, dw = np.zeros_like(xp), np.zeros_like(w)
    for i in range(dy.shape[2]):
        for j in range(dy.shape[3]):
            g = dy[:, :, i, j]
            win = (slice(None), slice(None), slice(i*s, i*s+k), slice(j*s, j*s+k))
            dw += np.tensordot(g, xp[win], ([0], [0]))
            dxp[win] += np.tensordot(g, w, ([1], [0]))
    h, v = x.shape[2:]
    return dxp[:, :, p:p+h, p:p+v], dw, dy.sum(axis=(0, 2, 3))

np.random.seed(9)
x = np.random.randn(2, 3, 5, 7)
w = np.random.randn(4, 3, 3, 3)
y, cache = conv_fwd(x, w, np.zeros(4), s=2, p=1)
dx, dw, db = conv_bwd(y, cache)
print(dx.shape, dw.shape, db.shape)
