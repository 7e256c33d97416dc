import numpy as np

def dilated_conv2d(x, w, b, stride=1, pad=0, dilation=1):
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    eh = dilation * (kh - 1) + 1
    ew = dilation * (kw - 1) + 1
    xp = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    oh = (H + 2 * pad - eh) // stride + 1
    ow = (W + 2 * pad - ew) // stride + 1
    out = np.empty((N, F, oh, ow))
    for i in range(oh):
        for j in range(ow):
            y0, x0 = i * stride, j * stride
            tap = xp[:, :, y0:y0 + eh:dilation, x0:x0 + ew:dilation]
            out[:, :, i, j] = np.tensordot(tap, w, axes=((1, 2, 3), (1, 2, 3)))
    return out + np.reshape(b, (1, F, 1, 1))

np.random.seed(5)
x = np.random.randn(1, 2, 9, 9)
w = np.random.randn(3, 2, 3, 3)
b = np.random.randn(3)
for d in (1, 2, 3):
    print(d, dilated_conv2d(x, w, b, pad=1, dilation=d).shape)
