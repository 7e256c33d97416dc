import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    stride = conv_param['stride']
    pad = conv_param['pad']
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    H_ = 1 + (H + 2*pad - HH) // stride
    W_ = 1 + (W + 2*pad - WW) // stride
    xp = np.pad(x, [(0,0), (0,0), (pad,pad), (pad,pad)], mode='constant')
    out = np.zeros((N, F, H_, W_))
    for i in range(H_):
        for j in range(W_):
            win = xp[:, :, i*stride:i*stride+HH, j*stride:j*stride+WW]
            for k in range(F):
                out[:, k, i, j] = np.sum(win * w[k], axis=(1,2,3)) + b[k]
    return out, (x, w, b, conv_param)

def conv_backward_naive(dout, cache):
    # *****START OF YOUR CODE (DO NOT DELETE/MODIFY THIS LINE)*****
    x, w, b, conv_param = cache
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    _, _, H_, W_ = dout.shape
    xp = np.pad(x, [(0,0), (0,0), (pad,pad), (pad,pad)], mode='constant')
    dxp = np.zeros_like(xp)
    dw = np.zeros_like(w)
    db = np.sum(dout, axis=(0, 1, 2))
    for n in range(N):
        for k in range(F):
            for i in range(H_):
                for j in range(W_):
                    hs, ws = i*stride, j*stride
                    dw[k] += xp[n, :, hs:hs+HH, ws:ws+WW] * dout[n, k, i, j]
                    dxp[n, :, hs:hs+HH, ws:ws+WW] += w[k] * dout[n, k, i, j]
    dx = dxp[:, :, pad:pad+H, pad:pad+W]
    # *****END OF YOUR CODE (DO NOT DELETE/MODIFY THIS LINE)*****
    return dx, dw, db

np.random.seed(231)
x = np.random.randn(4, 3, 5, 5)
w = np.random.randn(2, 3, 3, 3)
b = np.random.randn(2,)
dout = np.random.randn(4, 2, 5, 5)
conv_param = {'stride': 1, 'pad': 1}
out, cache = conv_forward_naive(x, w, b, conv_param)
dx, dw, db = conv_backward_naive(dout, cache)
print(dx.shape, dw.shape, db.shape)
print('db:', db)
