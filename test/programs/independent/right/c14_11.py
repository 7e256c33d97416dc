import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def depthwise(x, w, b=None, stride=(1, 1)):
    """x: (N, H, W, C)   w: (KH, KW, C)   b: (C,)"""
    kh, kw, c = w.shape
    sh, sw = stride
    win = sliding_window_view(x, (kh, kw), axis=(1, 2))[:, ::sh, ::sw]
    out = np.einsum('nyxcij,ijc->nyxc', win, w, optimize=True)
    if b is not None:
        out += b
    return out

rng = np.random.default_rng(111)
x = rng.normal(size=(2, 7, 6, 3))
w = rng.normal(size=(3, 2, 3))
print(depthwise(x, w).shape)
print(depthwise(x, w, b=np.arange(3.0), stride=(2, 1))[0, :, :, 2])
