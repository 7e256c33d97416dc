import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    out = None
    pad, stride = conv_param['pad'], conv_param['stride']
    (N, C, H, W), (F, _, HH, WW) = x.shape, w.shape
    assert (H + 2 * pad - HH) % stride == 0, 'height does not fit'
    xp = np.pad(x, ((0,), (0,), (pad,), (pad,)), 'constant')
    out = np.zeros((N, F, 1 + (H + 2*pad - HH)//stride, 1 + (W + 2*pad - WW)//stride))
    for i, f, r, c in np.ndindex(*out.shape):
        out[i, f, r, c] = b[f] + (xp[i, :, r*stride:r*stride + HH, c*stride:c*stride + WW] * w[f]).sum()
    return out, (x, w, b, conv_param)

def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    pad, stride = conv_param['pad'], conv_param['stride']
    (N, C, H, W), (F, _, HH, WW) = x.shape, w.shape
    xp = np.pad(x, ((0,), (0,), (pad,), (pad,)), 'constant')
    dxp, dw, db = np.zeros_like(xp), np.zeros_like(w), np.zeros_like(b)
    for i, f, r, c in np.ndindex(*dout.shape):
        g = dout[i, f, r, c]
        win = (i, slice(None), slice(r*stride, r*stride + HH), slice(c*stride, c*stride + WW))
        dxp[win] += g * w[f]
        dw[f] += g * xp[win]
        db[f] += g
    return dxp[:, :, pad:H + pad, pad:W + pad], dw, db

np.random.seed(231)
x = np.random.randn(4, 3, 5, 5)
w = np.random.randn(2, 3, 3, 3)
b = np.random.randn(2,)
dout = np.random.randn(4, 2, 5, 5)
conv_param = {'stride': 1, 'pad': 1}
out, cache = conv_forward_naive(x, w, b, conv_param)
dx, dw, db = conv_backward_naive(dout, cache)
print(out.shape, dx.shape, dw.shape, db)
