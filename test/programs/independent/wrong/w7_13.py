import numpy as np

def rel_error(x, y):
    return np.max(np.abs(x - y) / (np.maximum(1e-8, np.abs(x) + np.abs(y))))

def conv_backward_naive(dout, cache):
    dx, dw, db = None, None, None
    x, w, b, conv_param = cache
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    N, F, Hout, Wout = dout.shape
    stride = conv_param.get('stride', 1)
    pad = conv_param.get('pad', 0)

    x_pad = np.pad(x, ((0,0), (0,0), (pad,pad), (pad,pad)), 'constant', constant_values=0)
    dx_pad = np.zeros(x_pad.shape)
    dw = np.zeros(w.shape)
    db = np.zeros(b.shape)

    for n in range(N):
        for f in range(F):
            for ho in range(Hout):
                for wo in range(Wout):
                    y, xx = ho * stride, wo * stride
                    db[f] += dout[n, f, ho, wo]
                    dw[f] += dout[n, f, ho, wo] * x_pad[0, :, y:y+HH, xx:xx+WW]
                    dx_pad[n, :, y:y+HH, xx:xx+WW] += dout[n, f, ho, wo] * w[f]
    # remove the padding
    dx = dx_pad[:, :, pad:H-pad, pad:W-pad]
    return dx, dw, db

np.random.seed(231)
x = np.random.randn(3, 2, 6, 5)
w = np.random.randn(2, 2, 3, 3)
b = np.random.randn(2,)
dout = np.random.randn(3, 2, 6, 5)
dx, dw, db = conv_backward_naive(dout, (x, w, b, {'stride': 1, 'pad': 1}))
print("dx", dx.shape)
print("dw", dw)
