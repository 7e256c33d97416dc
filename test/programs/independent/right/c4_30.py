import numpy as np

def atrous_conv(x, kernels, bias, rate=1, stride=1):
    '''dilated convolution, NHWC, no padding'''
    n, h, w, _ = x.shape
    kh, kw, _, co = kernels.shape
    oh = (h - (kh - 1) * rate - 1) // stride + 1
    ow = (w - (kw - 1) * rate - 1) // stride + 1
    out = np.zeros((n, oh, ow, co)) + bias
    for i in range(oh):
        for j in range(ow):
            i0, j0 = i * stride, j * stride
            taps = x[:, i0:i0 + (kh - 1) * rate + 1:rate, j0:j0 + (kw - 1) * rate + 1:rate, :]
            out[:, i, j] += np.tensordot(taps, kernels, 3)
    return out

rs = np.random.RandomState(21)
out = atrous_conv(rs.randn(1, 9, 8, 2), rs.randn(3, 3, 2, 4), rs.randn(4), rate=2)
print(out.shape, out[0, 0, 0])
