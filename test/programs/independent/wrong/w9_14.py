import numpy as np

def conv_backward_fast(dout, cache):
    x, w, b, conv_param, x_cols = cache
    stride, pad = conv_param["stride"], conv_param["pad"]
    F, C, HH, WW = w.shape
    N, _, H_out, W_out = dout.shape

    db = np.sum(dout, axis=(0, 1, 2))
    dout_ = dout.transpose(1, 2, 3, 0).reshape(F, -1)
    dw = dout_.dot(x_cols.T).reshape(w.shape)
    dx_cols = w.reshape(F, -1).T.dot(dout_).reshape(C, HH, WW, H_out, W_out, N)

    dx = np.zeros((N, C, x.shape[2] + 2 * pad, x.shape[3] + 2 * pad))
    for i in range(HH):
        for j in range(WW):
            part = dx_cols[:, i, j].transpose(3, 0, 1, 2)
            dx[:, :, i:i + stride * H_out:stride, j:j + stride * W_out:stride] += part
    dx = dx[:, :, pad:pad + x.shape[2], pad:pad + x.shape[3]]
    return dx, dw, db

def conv_forward_fast(x, w, b, conv_param):
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    stride, pad = conv_param["stride"], conv_param["pad"]
    H_out = (H + 2 * pad - HH) // stride + 1
    W_out = (W + 2 * pad - WW) // stride + 1
    xp = np.pad(x, ((0,), (0,), (pad,), (pad,)), mode="constant")
    cols = np.zeros((C, HH, WW, H_out, W_out, N))
    for i in range(HH):
        for j in range(WW):
            sl = xp[:, :, i:i + stride * H_out:stride, j:j + stride * W_out:stride]
            cols[:, i, j] = sl.transpose(1, 2, 3, 0)
    x_cols = cols.reshape(C * HH * WW, -1)
    res = w.reshape(F, -1).dot(x_cols) + b.reshape(-1, 1)
    out = res.reshape(F, H_out, W_out, N).transpose(3, 0, 1, 2)
    return out, (x, w, b, conv_param, x_cols)

np.random.seed(231)
x = np.random.randn(2, 3, 6, 6)
w = np.random.randn(4, 3, 3, 3)
b = np.random.randn(4)
out, cache = conv_forward_fast(x, w, b, {"stride": 2, "pad": 1})
dx, dw, db = conv_backward_fast(np.ones_like(out), cache)
print(out.shape, dx.shape, dw.shape, db.shape)
