import numpy as np

def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    stride = conv_param['stride']
    pad = conv_param['pad']
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    _, _, OH, OW = dout.shape
    x_p = np.pad(x, ((0,0), (0,0), (pad,pad), (pad,pad)), 'constant')
    dx_p = np.zeros(x_p.shape)
    dw = np.zeros(w.shape)
    db = np.zeros(C)
    for n in range(N):
        for k in range(F):
            db[k] += np.sum(dout[n, k])
            for i in range(OH):
                for j in range(OW):
                    ys, xs = i * stride, j * stride
                    dw[k] += x_p[n, :, ys:ys+HH, xs:xs+WW] * dout[n, k, i, j]
                    dx_p[n, :, ys:ys+HH, xs:xs+WW] += w[k] * dout[n, k, i, j]
    dx = dx_p[:, :, :H, :W]
    return dx, dw, db

np.random.seed(231)
x = np.random.randn(2, 3, 5, 5)
w = np.random.randn(2, 3, 3, 3)
b = np.random.randn(2)
dout = np.random.randn(2, 2, 5, 5)
dx, dw, db = conv_backward_naive(dout, (x, w, b, {'stride': 1, 'pad': 1}))
print(dx[0, 0], db)
