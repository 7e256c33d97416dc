import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    stride, pad = conv_param['stride'], conv_param['pad']
    H_out = 1 + (H + 2 * pad - HH) // stride
    W_out = 1 + (W + 2 * pad - WW) // stride
    x_pad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode='constant')
    out = np.zeros((N, F, H_out, W_out))
    for n in range(N):
        for f in range(F):
            for i in range(H_out):
                for j in range(W_out):
                    window = x_pad[n, :, i*stride:i*stride+HH, j*stride:j*stride+WW]
                    out[n, f, i, j] = np.sum(window * w[f]) + b[f]
    cache = (x, w, b, conv_param)
    return out, cache

def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    N, F, Ho, Wo = dout.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode='constant')
    dxp = np.zeros(xp.shape)
    dw = np.zeros(w.shape)
    db = dout.sum(axis=(0, 1, 2))
    for i in range(Ho):
        for j in range(Wo):
            sl = (slice(None), slice(None), slice(i*stride, i*stride+HH), slice(j*stride, j*stride+WW))
            for f in range(F):
                g = dout[:, f, i, j][:, None, None, None]
                dw[f] += (xp[sl] * g).sum(axis=0)
                dxp[sl] += w[f] * g
    dx = dxp[:, :, pad:pad+H, pad:pad+W]
    return dx, dw, db

np.random.seed(3)
x = np.random.randn(2, 3, 6, 6)
w = np.random.randn(4, 3, 3, 3)
b = np.random.randn(4)
out, cache = conv_forward_naive(x, w, b, {'stride': 1, 'pad': 0})
dx, dw, db = conv_backward_naive(np.ones_like(out), cache)
print('db', db)
