import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def conv_einsum(x, w, b, stride=1, pad=0):
    """x: (N,C,H,W)   w: (F,C,kh,kw)   b: (F,)"""
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    kh, kw = w.shape[2:]
    win = sliding_window_view(x, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    y = np.einsum('nchwij,fcji->nfhw', win, w)
    return y + b[None, :, None, None]

rng = np.random.default_rng(0)
x = rng.standard_normal((2, 3, 8, 8))
w = rng.standard_normal((4, 3, 3, 3))
b = rng.standard_normal(4)
y = conv_einsum(x, w, b, stride=2, pad=1)
print(y.shape)
print(y[0, 0])
