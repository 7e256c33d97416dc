import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    x_pad = np.pad(x, ((0,), (0,), (pad,), (pad,)), mode='constant', constant_values=0)
    # -(-a // b) is a ceil: number of starts in range(0, last + 1, stride)
    H_out = -(-(H + 2 * pad - HH + 1) // stride)
    W_out = -(-(W + 2 * pad - WW + 1) // stride)
    out = np.empty((N, F, H_out, W_out))
    w_rows = w.reshape(F, C * HH * WW)
    for i in range(H_out):
        for j in range(W_out):
            patch = x_pad[:, :, i*stride:i*stride+HH, j*stride:j*stride+WW].reshape(N, -1)
            out[:, :, i, j] = patch.dot(w_rows.T) + b
    return out, (x, w, b, conv_param)

def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    x_pad = np.pad(x, ((0,), (0,), (pad,), (pad,)), mode='constant', constant_values=0)
    dx_pad = np.zeros_like(x_pad)
    dw = np.zeros_like(w)
    db = np.zeros_like(b)
    for n in range(N):
        for f in range(F):
            db[f] += dout[n, f].sum()
            for i in range(dout.shape[2]):
                for j in range(dout.shape[3]):
                    g = dout[n, f, i, j]
                    dw[f] += g * x_pad[n, :, i*stride:i*stride+HH, j*stride:j*stride+WW]
                    dx_pad[n, :, i*stride:i*stride+HH, j*stride:j*stride+WW] += g * w[f]
    dx = dx_pad[:, :, pad:H + pad, pad:W + pad]
    return dx, dw, db

np.random.seed(231)
x = np.random.randn(4, 3, 5, 6)
w = np.random.randn(2, 3, 3, 2)
b = np.random.randn(2)
out, cache = conv_forward_naive(x, w, b, {'stride': 2, 'pad': 1})
dx, dw, db = conv_backward_naive(np.random.randn(*out.shape), cache)
print(out.shape, dx.shape, dw.shape, db)
