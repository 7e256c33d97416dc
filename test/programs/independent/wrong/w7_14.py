import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    S, P = conv_param['stride'], conv_param['pad']
    Ho = (H + 2 * P - HH) // S + 1
    Wo = (W + 2 * P - WW) // S + 1
    x_padded = np.pad(x, ((0, 0), (0, 0), (P, P), (P, P)), mode='constant')
    out = np.empty((N, F, Ho, Wo))
    for n in range(N):
        for f in range(F):
            for h in range(Ho):
                for v in range(Wo):
                    out[n, f, h, v] = (x_padded[n, :, h*S:h*S+HH, v*S:v*S+WW] * w[f]).sum() + b[f]
    cache = (x_padded, w, b, conv_param)
    return out, cache


def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    S, P = conv_param['stride'], conv_param['pad']
    _, _, Ho, Wo = dout.shape
    x_padded = np.pad(x, ((0, 0), (0, 0), (P, P), (P, P)), mode='constant')
    dx_padded = np.zeros_like(x_padded)
    dw, db = np.zeros_like(w), np.zeros_like(b)
    for n in range(N):
        for f in range(F):
            db[f] += dout[n, f].sum()
            for h in range(Ho):
                for v in range(Wo):
                    dw[f] += x_padded[n, :, h*S:h*S+HH, v*S:v*S+WW] * dout[n, f, h, v]
                    dx_padded[n, :, h*S:h*S+HH, v*S:v*S+WW] += w[f] * dout[n, f, h, v]
    dx = dx_padded[:, :, P:P+H, P:P+W]
    return dx, dw, db

rng = np.random.RandomState(231)
x = rng.randn(2, 3, 5, 6)
w = rng.randn(2, 3, 3, 3)
b = rng.randn(2)
out, cache = conv_forward_naive(x, w, b, {'stride': 2, 'pad': 1})
dx, dw, db = conv_backward_naive(np.ones_like(out), cache)
print(out.shape, dx.shape, dw.shape)
