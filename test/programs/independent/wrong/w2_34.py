import numpy as np
from numpy.lib.stride_tricks import sliding_window_view as windows

def correlate(x, w):
    # x (N,C,H,W), w (F,C,h,w), valid
    return np.tensordot(windows(x, w.shape[2:], axis=(2, 3)), w, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)

def backward(x, w, dy):
    db = dy.sum((0, 2, 3))
    dw = np.tensordot(dy, windows(x, dy.shape[2:], axis=(2, 3)), axes=([0, 2, 3], [0, 4, 5]))
    h, v = w.shape[2] - 1, w.shape[3] - 1
    dy_full = np.pad(dy, [(0, 0), (0, 0), (h, h), (v, v)])
    dx = correlate(dy_full, w.transpose(1, 0, 2, 3))
    return dx, dw, db

r = np.random.RandomState(2)
x, w = r.randn(2, 2, 5, 6), r.randn(3, 2, 2, 3)
y = correlate(x, w)
dx, dw, db = backward(x, w, np.ones_like(y))
print(dx[0, 0].round(3))
