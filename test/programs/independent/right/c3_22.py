import numpy as np

def dilated_conv(x, w, b, dilation=1, stride=1, pad=0):
    # atrous convolution, NCHW
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    eh = dilation * (kh - 1) + 1      # effective height of the kernel
    ew = dilation * (kw - 1) + 1
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    oh = (h + 2 * pad - eh) // stride + 1
    ow = (wd + 2 * pad - ew) // stride + 1
    out = np.zeros((n, f, oh, ow))
    for i in range(oh):
        for j in range(ow):
            patch = xp[:, :, i*stride:i*stride + eh:dilation, j*stride:j*stride + ew:dilation]
            for k in range(f):
                out[:, k, i, j] = (patch * w[k]).sum(axis=(1, 2, 3)) + b[k]
    return out

np.random.seed(21)
x = np.random.randn(1, 2, 7, 8)
w = np.random.randn(3, 2, 3, 3)
b = np.random.randn(3)
print(dilated_conv(x, w, b, dilation=2, pad=1))
