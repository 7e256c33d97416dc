import numpy as np


def conv2d(x, w, b, stride=1, pad=1):
    n, c, h, wd = x.shape
    f, _, k, _ = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    oh, ow = (h + 2 * pad - k) // stride + 1, (wd + 2 * pad - k) // stride + 1
    y = np.zeros((n, f, oh, ow))
    for i in range(oh):
        for j in range(ow):
            window = xp[:, :, i * stride : i * stride + k, j * stride : j * stride + k]
            y[:, :, i, j] = np.tensordot(window, w, axes=([1, 2, 3], [1, 2, 3])) + b
    return y


def conv2d_backward(dy, x, w, stride=1, pad=0):
    k = w.shape[2]
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dxp, dw = np.zeros_like(xp), np.zeros_like(w)
    for i in range(dy.shape[2]):
        for j in range(dy.shape[3]):
            r, q = i * stride, j * stride
            dw += np.tensordot(dy[:, :, i, j], xp[:, :, r : r + k, q : q + k], axes=(0, 0))
            dxp[:, :, r : r + k, q : q + k] += np.tensordot(dy[:, :, i, j], w, axes=(1, 0))
    dx = dxp[:, :, pad : pad + x.shape[2], pad : pad + x.shape[3]]
    return dx, dw, dy.sum(axis=(0, 2, 3))


x = np.random.randn(2, 3, 5, 5)
w = np.random.randn(4, 3, 3, 3)
y = conv2d(x, w, np.zeros(4))
dx, dw, db = conv2d_backward(np.ones_like(y), x, w)
