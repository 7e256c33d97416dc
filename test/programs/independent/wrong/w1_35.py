import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def forward(x, w):
    win = sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum('nchwij,fcij->nfhw', win, w), win

def backward(dout, win, w, x_shape):
    # gradient of the weights
    dw = np.einsum('nchwij,nfhw->cij', win, dout) + np.zeros_like(w)
    # gradient of the input: full correlation with the rotated kernel
    kh, kw = w.shape[2:]
    dpad = np.pad(dout, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    dwin = sliding_window_view(dpad, (kh, kw), axis=(2, 3))
    dx = np.einsum('nfhwij,fcij->nchw', dwin, w[:, :, ::-1, ::-1])
    assert dx.shape == x_shape
    return dx, dw

x = np.random.RandomState(0).randn(2, 2, 5, 6)
w = np.random.RandomState(1).randn(3, 2, 3, 3)
y, win = forward(x, w)
dx, dw = backward(np.ones_like(y), win, w, x.shape)
print(dw[0])
print(dx.shape)
