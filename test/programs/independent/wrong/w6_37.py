import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def conv2d_grads(x, w, dout, stride=1):
    """gradients of a valid convolution, x [N,C,H,W], w [F,C,KH,KW]"""
    kh, kw = w.shape[2:]
    oh, ow = dout.shape[2:]
    win = sliding_window_view(x, (kh, kw), axis=(2, 3))[:, ::stride, ::stride]
    dw = np.einsum('nfhw,nchwij->fcij', dout, win)
    db = dout.sum(axis=(0, 2))
    dx = np.zeros_like(x)
    for i in range(kh):
        for j in range(kw):
            dx[:, :, i:i + stride * oh:stride, j:j + stride * ow:stride] += np.einsum('nfhw,fc->nchw', dout, w[:, :, i, j])
    return dx, dw, db

np.random.seed(8)
x = np.random.randn(2, 3, 7, 7)
w = np.random.randn(4, 3, 3, 3)
dout = np.random.randn(2, 4, 5, 5)
dx, dw, db = conv2d_grads(x, w, dout)
print(dx.shape, dw.shape, db.shape)
dout = np.random.randn(2, 4, 3, 3)
dx, dw, db = conv2d_grads(x, w, dout, stride=2)
print(dw[0, 0])
