import numpy as np
from numpy.lib.stride_tricks import as_strided

def conv2d(x, w, b=None, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="constant")
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    oh = (h - kh) // stride + 1
    ow = (wd - kw) // stride + 1
    sn, sc, sh, sw = x.strides
    windows = as_strided(x, shape=(n, c, oh, ow, kh, kw),
                         strides=(sn, sc, sh * stride, sw * stride, sh, sw), writeable=False)
    y = np.einsum('nchwij,fcij->nfhw', windows, w, optimize=True)
    if b is not None:
        y += b.reshape(1, -1, 1, 1)
    return y

rng = np.random.default_rng(0)
print(conv2d(rng.standard_normal((2, 3, 8, 8)), rng.standard_normal((4, 3, 3, 3)), stride=2, padding=1).mean())
