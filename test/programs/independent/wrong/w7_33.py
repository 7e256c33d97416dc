import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def conv2d(x, w, stride):
    v = sliding_window_view(x, w.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    return np.tensordot(v, w, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)

def conv2d_input_grad(dy, w, stride):
    """
    gradient w.r.t. the input = full correlation of the (dilated) output
    gradient with the rotated kernel
    """
    n, f, oh, ow = dy.shape
    _, c, kh, kw = w.shape
    up = np.zeros((n, f, oh * stride, ow * stride))
    up[:, :, ::stride, ::stride] = dy
    up = np.pad(up, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    w_rot = w[:, :, ::-1, ::-1].transpose(1, 0, 2, 3)
    return conv2d(up, w_rot, 1)

np.random.seed(0)
x = np.random.randn(1, 2, 7, 7)
w = np.random.randn(3, 2, 3, 3)
y = conv2d(x, w, 2)
dx = conv2d_input_grad(np.ones_like(y), w, 2)
print("x", x.shape, "dx", dx.shape)
