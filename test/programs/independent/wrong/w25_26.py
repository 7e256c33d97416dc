import numpy as np
from numpy.lib.stride_tricks import as_strided

def windows_of(x, kh, kw, s):
    N, C, H, W = x.shape
    oh, ow = (H - kh) // s + 1, (W - kw) // s + 1
    sn, sc, sh, sw = x.strides
    return as_strided(x, (N, C, oh, ow, kh, kw), (sn, sc, sh * s, sw * s, sh, sw))

def conv_forward_strides(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    F, C, kh, kw = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode='constant')
    win = windows_of(xp, kh, kw, s)
    out = np.einsum('nchwij,fdij->nfhw', win, w)
    out += b.reshape(1, -1, 1, 1)
    cache = (x, w, b, conv_param, win)
    return out, cache

def conv_backward_weights(dout, cache):
    x, w, b, conv_param, win = cache
    dw = np.einsum('nfhw,nchwij->fcij', dout, win)
    db = dout.sum((0, 2, 3))
    return dw, db

np.random.seed(231)
x = np.random.randn(2, 3, 6, 6)
w = np.random.randn(4, 3, 3, 3)
b = np.random.randn(4)
out, cache = conv_forward_strides(x, w, b, {'stride': 1, 'pad': 1})
dw, db = conv_backward_weights(np.random.randn(*out.shape), cache)
print(out.shape, dw.shape, db)
