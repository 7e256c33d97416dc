import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    """x (N,C,H,W), w (F,C,HH,WW), b (F,) -> out (N,F,H',W'), cache"""
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    Hout = 1 + (H + 2 * pad - HH) // stride
    Wout = 1 + (W + 2 * pad - WW) // stride
    x_pad = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], 'constant')
    out = np.zeros((N, F, Hout, Wout))
    for f in range(F):
        for i in range(Hout):
            for j in range(Wout):
                patch = x_pad[:, :, i * stride:i * stride + HH, j * stride:j * stride + WW]
                out[:, f, i, j] = np.sum(patch * w[f], axis=(1, 2, 3)) + b[f]
    return out, (x, w, b, conv_param)

def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    stride, pad = conv_param['stride'], conv_param['pad']
    F, C, HH, WW = w.shape
    N, C, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    x_pad = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], 'constant')
    dx_pad = np.zeros_like(x_pad)
    dw = np.zeros_like(w)
    db = dout.sum(axis=(0, 2, 3))
    for i in range(Hout):
        for j in range(Wout):
            rows = slice(i * stride, i * stride + HH)
            cols = slice(j * stride, j * stride + WW)
            for f in range(F):
                up = dout[:, f, i, j][:, None, None, None]
                dw[f] += np.sum(x_pad[:, :, rows, cols] * up, axis=0)
                dx_pad[:, :, rows, cols] += w[f] * up
    dx = dx_pad[:, :, pad:pad + H, pad:pad + W]
    return dx, dw, db

np.random.seed(231)
x = np.random.randn(4, 3, 5, 6)
w = np.random.randn(2, 3, 3, 2)
b = np.random.randn(2)
out, cache = conv_forward_naive(x, w, b, {'stride': 1, 'pad': 1})
dx, dw, db = conv_backward_naive(np.random.randn(*out.shape), cache)
print(out.shape, dx.shape, dw.shape, db.shape)
