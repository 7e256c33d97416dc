import numpy as np


def dilated_conv(x, w, b, stride=1, pad=0, dilation=1):
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    span_h = dilation * (kh - 1) + 1
    span_w = dilation * (kw - 1) + 1
    oh = (h + 2 * pad - span_h) // stride + 1
    ow = (wd + 2 * pad - span_w) // stride + 1
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    y = np.tile(b[None, :, None, None], (n, 1, oh, ow)).astype(float)
    for u in range(kh):
        for v in range(kw):
            r, q = u * dilation, v * dilation
            part = xp[:, :, r:r + stride * (oh - 1) + 1:stride, q:q + stride * (ow - 1) + 1:stride]
            y += np.einsum("nchw,fc->nfhw", part, w[:, :, u, v])
    return y


np.random.seed(30)
x = np.random.randn(1, 2, 9, 9)
w = np.random.randn(3, 2, 3, 3)
b = np.array([0.1, 0.2, 0.3])
for dilation in (1, 2, 3):
    print(dilation, dilated_conv(x, w, b, 1, 1, dilation).shape)
