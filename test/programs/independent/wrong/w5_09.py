import numpy as np

def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    stride = conv_param['stride']
    pad = conv_param['pad']
    H_out, W_out = dout.shape[2:]

    x_padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode='constant')
    dx_padded = np.zeros_like(x_padded)
    dw = np.zeros_like(w)
    db = np.sum(dout, axis=(0, 1, 2))
    for n in range(N):
        for f in range(F):
            for i in range(H_out):
                for j in range(W_out):
                    r, c = i * stride, j * stride
                    dw[f] += dout[n, f, i, j] * x_padded[n, :, r:r+HH, c:c+WW]
                    dx_padded[n, :, r:r+HH, c:c+WW] += dout[n, f, i, j] * w[f]
    dx = dx_padded[:, :, pad:pad+H, pad:pad+W]
    return dx, dw, db

np.random.seed(231)
x = np.random.randn(2, 3, 5, 5)
w = np.random.randn(4, 3, 3, 3)
b = np.random.randn(4)
dout = np.random.randn(2, 4, 5, 5)
dx, dw, db = conv_backward_naive(dout, (x, w, b, {'stride': 1, 'pad': 1}))
print('db', db.shape, db)
