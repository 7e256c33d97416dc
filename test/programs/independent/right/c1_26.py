import numpy as np
from numpy.lib.stride_tricks import sliding_window_view as swv

def conv(x, w):
    return np.tensordot(swv(x, w.shape[2:], (2, 3)), w, ((1, 4, 5), (1, 2, 3))).transpose(0, 3, 1, 2)

def conv_dw(x, dy):
    # dw[f, c, i, j] = sum_n sum_p sum_q x[n, c, i + p, j + q] dy[n, f, p, q]
    return np.tensordot(dy, swv(x, dy.shape[2:], (2, 3)), ((0, 2, 3), (0, 4, 5)))

def conv_dx(dy, w):
    kh, kw = w.shape[2:]
    padded = np.pad(dy, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    flipped = np.flip(w, (2, 3)).swapaxes(0, 1)
    return conv(padded, flipped)

rs_ = np.random.RandomState(9)
x, w = rs_.randn(2, 3, 6, 5), rs_.randn(4, 3, 3, 2)
y = conv(x, w)
print(y.shape, conv_dw(x, y).shape, conv_dx(y, w).shape)
