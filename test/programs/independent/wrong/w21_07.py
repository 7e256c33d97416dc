import numpy as np

def conv_backward_naive(dout, cache):
    """
    dout: (N, F, H', W');  cache: x, w, b, conv_param as in conv_forward_naive
    Returns dx, dw, db
    """
    x, w, b, conv_param = cache
    pad = conv_param['pad']
    stride = conv_param['stride']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    _, _, Ho, Wo = dout.shape

    x_pad = np.pad(x, ((0,), (0,), (pad,), (pad,)), mode='constant')
    dx_pad = np.zeros_like(x_pad)
    dw = np.zeros_like(w)
    db = np.mean(dout, axis=(0, 2, 3))

    for n in range(N):
        for f in range(F):
            for i in range(Ho):
                for j in range(Wo):
                    hs, ws = i * stride, j * stride
                    g = dout[n, f, i, j]
                    dw[f] += x_pad[n, :, hs:hs + HH, ws:ws + WW] * g
                    dx_pad[n, :, hs:hs + HH, ws:ws + WW] += w[f] * g
    dx = dx_pad[:, :, :H, :W]
    return dx, dw, db

np.random.seed(231)
x = np.random.randn(4, 3, 5, 5)
w = np.random.randn(2, 3, 3, 3)
b = np.random.randn(2,)
conv_param = {'stride': 1, 'pad': 1}
dout = np.random.randn(4, 2, 5, 5)
dx, dw, db = conv_backward_naive(dout, (x, w, b, conv_param))
print(dx.shape, dw.shape, db)
