import numpy as np


def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    S, P = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    _, _, H_out, W_out = dout.shape
    x_pad = np.pad(x, [(0, 0), (0, 0), (P, P), (P, P)], "constant")
    dx_pad = np.zeros_like(x_pad)
    dw = np.zeros_like(w)
    db = np.zeros_like(b)
    for f in range(F):
        db[f] = dout[:, f].sum()
        for n in range(N):
            for j in range(H_out):
                for i in range(W_out):
                    y1, x1 = j * S, i * S
                    y2, x2 = y1 + HH, x1 + WW
                    dw[f] += dout[n, f, j, i] * x_pad[n, :, y1:y2, x1:x2]
                    dx_pad[n, :, y1:y2, x1:x2] += dout[n, f, j, i] * w[f]
    dx = dx_pad[:, :, P:P + H, P:P + W]
    return dx, dw, db


def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    ph, pw, s = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    N, C, H, W = x.shape
    dx = np.zeros_like(x)
    for n in range(N):
        for c in range(C):
            for j in range(dout.shape[2]):
                for i in range(dout.shape[3]):
                    region = x[n, c, j * s:j * s + ph, i * s:i * s + pw]
                    r, q = np.unravel_index(np.argmax(region), region.shape)
                    dx[n, c, j * s + r, i * s + q] += dout[n, c, j, i]
    return dx


np.random.seed(231)
x = np.random.randn(4, 3, 5, 6)
w = np.random.randn(2, 3, 3, 3)
b = np.random.randn(2)
dout = np.random.randn(4, 2, 5, 6)
dx, dw, db = conv_backward_naive(dout, (x, w, b, {"stride": 1, "pad": 1}))
