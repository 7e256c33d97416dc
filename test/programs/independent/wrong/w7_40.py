import numpy as np

def dilated_conv2d(inp, weight, bias, dilation=1, padding=0):
    """atrous convolution, NCHW, stride 1"""
    n, c_in, h, w = inp.shape
    c_out, _, kh, kw = weight.shape
    inp = np.pad(inp, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    eff_h = dilation * (kh - 1) + 1
    eff_w = dilation * (kw - 1) + 1
    out_h = h + 2 * padding - eff_h + 1
    out_w = w + 2 * padding - eff_w + 1
    res = np.zeros((n, c_out, out_h, out_w))
    for a in range(kh):
        for b in range(kw):
            # all positions at once for one tap of the kernel
            y0 = a * dilation
            x0 = b
            tap = inp[:, :, y0:y0 + out_h, x0:x0 + out_w]
            res += np.einsum('nchw,oc->nohw', tap, weight[:, :, a, b])
    res -= bias.reshape(1, -1, 1, 1)
    return res

np.random.seed(77)
inp = np.random.randn(1, 2, 8, 9)
weight = np.random.randn(3, 2, 3, 3)
bias = np.random.randn(3)
r = dilated_conv2d(inp, weight, bias, dilation=2, padding=2)
print(r.shape)
print(r[0, 0, :2])
