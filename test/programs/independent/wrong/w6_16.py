import numpy as np

def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    pad = conv_param['pad']
    stride = conv_param['stride']
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    N, F, Hout, Wout = dout.shape

    x_padded = np.pad(x, ((0,0),(0,0),(pad,pad),(pad,pad)), 'constant', constant_values=0)
    dx_padded = np.zeros(x_padded.shape)
    dw = np.zeros(w.shape)
    db = np.zeros(b.shape)

    for f in range(F):
        db[f] = dout[:, f, :, :].sum()
        for hh in range(Hout):
            for ww in range(Wout):
                patch = x_padded[:, :, hh*stride:hh*stride+HH, ww*stride:ww*stride+WW]
                up = dout[:, f, hh, ww].reshape(N, 1, 1, 1)
                dw[f] += np.sum(patch * up, axis=0) / N
                dx_padded[:, :, hh*stride:hh*stride+HH, ww*stride:ww*stride+WW] += w[f] * up

    dx = dx_padded[:, :, pad:H+pad, pad:W+pad]
    return dx, dw, db

np.random.seed(231)
x = np.random.randn(4, 3, 5, 5)
w = np.random.randn(2, 3, 3, 3)
b = np.random.randn(2,)
dout = np.random.randn(4, 2, 5, 5)
conv_param = {'stride': 1, 'pad': 1}
cache = (x, w, b, conv_param)
dx, dw, db = conv_backward_naive(dout, cache)
print(dx[0, 0])
print(dw[0, 0])
print(db)
