import numpy as np


def corr(x, w):
    """x (N, C, H, W) with w (F, C, h, w), valid, stride one."""
    win = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.tensordot(win, w, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)


def forward(x, w, b, stride, pad):
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    return corr(xp, w)[:, :, ::stride, ::stride] + b.reshape(-1, 1, 1)


def backward(dout, x, w, stride, pad):
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    # gradient of the stride-one output: zeros where the stride skipped
    g = np.zeros((N, F, H + 2 * pad - kh + 1, W + 2 * pad - kw + 1))
    g[:, :, ::stride, ::stride] = dout
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dw = corr(xp.transpose(1, 0, 2, 3), g.transpose(1, 0, 2, 3)).transpose(1, 0, 2, 3)
    gp = np.pad(g, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    rotated = w[:, :, ::-1, ::-1].transpose(1, 0, 2, 3)
    dxp = corr(gp, rotated)
    dx = dxp[:, :, pad:pad + H, pad:pad + W]
    return dx, dw, dout.sum(axis=(0, 2, 3))


np.random.seed(4)
x, w, b = np.random.randn(2, 3, 6, 6), np.random.randn(4, 3, 3, 3), np.zeros(4)
out = forward(x, w, b, 2, 1)
dx, dw, db = backward(out, x, w, 2, 1)
print(out.shape, dx.shape, dw.shape, db.shape)
