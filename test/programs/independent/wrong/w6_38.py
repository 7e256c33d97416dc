import numpy as np

def dilated_conv(x, kernels, bias, dilation=1, stride=1):
    '''atrous convolution, NHWC, kernels (kh, kw, c_in, c_out), no padding'''
    n, h, w, c = x.shape
    kh, kw, _, c_out = kernels.shape
    eff_h = kh * dilation
    eff_w = (kw - 1) * dilation + 1
    oh = (h - eff_h) // stride + 1
    ow = (w - eff_w) // stride + 1
    out = np.zeros((n, oh, ow, c_out))
    for a in range(kh):
        for b in range(kw):
            r, s = a * dilation, b * dilation
            tap = x[:, r:r + oh * stride:stride, s:s + ow * stride:stride, :]
            out += np.tensordot(tap, kernels[a, b], axes=([3], [0]))
    return out + bias

rs = np.random.RandomState(21)
x = rs.randn(1, 9, 8, 2)
k = rs.randn(3, 3, 2, 4)
bias = rs.randn(4)
y1 = dilated_conv(x, k, bias)
y2 = dilated_conv(x, k, bias, dilation=2)
print(y1.shape, y2.shape)
print(y2[0, :, :, 0])
