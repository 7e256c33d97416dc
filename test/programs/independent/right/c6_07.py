import numpy as np

def im2col_indices(x, HH, WW, pad, stride):
    N, C, H, W = x.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    oh, ow = (H + 2*pad - HH)//stride + 1, (W + 2*pad - WW)//stride + 1
    i = np.tile(np.repeat(np.arange(HH), WW), C)[:, None] + stride * np.repeat(np.arange(oh), ow)[None]
    j = np.tile(np.arange(WW), HH * C)[:, None] + stride * np.tile(np.arange(ow), oh)[None]
    k = np.repeat(np.arange(C), HH * WW)[:, None]
    cols = xp[:, k, i, j]                        # N, C*HH*WW, oh*ow
    return cols, oh, ow

def conv_forward_im2col(x, w, b, conv_param):
    F, C, HH, WW = w.shape
    cols, oh, ow = im2col_indices(x, HH, WW, conv_param['pad'], conv_param['stride'])
    res = w.reshape(F, -1) @ cols                # broadcasts over N
    out = res.reshape(x.shape[0], F, oh, ow) + b[:, None, None]
    return out, (x, w, b, conv_param, cols)

np.random.seed(0)
x = np.random.randn(10, 3, 9, 9)
w = np.random.randn(8, 3, 3, 3)
b = np.random.randn(8)
out, _ = conv_forward_im2col(x, w, b, {'stride': 2, 'pad': 1})
print(out.shape, out.std())
