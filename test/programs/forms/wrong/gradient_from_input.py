import numpy as np


def conv_backward_naive(dout, cache):
    x, w, b, conv_config = cache
    stride, padding = conv_config["stride"], conv_config["padding"]
    N, C, H, W = x.shape
    F, C, kh, kw = w.shape
    x_pad = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dx_pad = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    db, dw = np.zeros_like(b), np.zeros_like(w)
    for n in range(N):
        for f in range(F):
            for i in range(dout.shape[2]):
                for j in range(dout.shape[3]):
                    r, q = i * stride, j * stride
                    db[f] += dout[n, f, i, j]
                    dw[f] += x_pad[n, :, r : r + kh, q : q + kw] * dout[n, f, i, j]
                    dx_pad[n, :, r : r + kh, q : q + kw] += dout[n, f, i, j] * w[f]
    dx = dx_pad[:, :, padding : H + padding, padding : W + padding]
    return dx, dw, db
