import numpy as np
from numpy.lib.stride_tricks import as_strided

def conv_as_strided(img, filt, step):
    """img: (H, W, C)   filt: (k, l, C, D)   step: int  -> (H', W', D)"""
    H, W, C = img.shape
    k, l, _, D = filt.shape
    sh, sw, sc = img.strides
    shape = ((H - k) // step + 1, (W - l) // step + 1, k, l, C)
    windows = as_strided(img, shape=shape, strides=(sh, sw, sh * step, sw * step, sc))
    return np.tensordot(windows, filt, axes=3)

gen = np.random.default_rng(99)
img = gen.random((9, 7, 3))
filt = gen.random((3, 3, 3, 4)) - 0.5
res = conv_as_strided(img, filt, 2)
print(res.shape)
print(conv_as_strided(img, filt, 1).sum())
