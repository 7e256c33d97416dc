import numpy as np


def dilated_conv2d(x, k, dilation=1, stride=1, pad=0):
    """Single channel atrous convolution, no bias."""
    kh, kw = k.shape
    x = np.pad(x, pad)
    span_h = kh * dilation
    span_w = kw * dilation
    oh = (x.shape[0] - span_h) // stride + 1
    ow = (x.shape[1] - span_w) // stride + 1
    y = np.zeros((oh, ow))
    for r in range(oh):
        for c in range(ow):
            acc = 0.0
            for u in range(kh):
                for v in range(kw):
                    acc += x[r * stride + u * dilation, c * stride + v * dilation] * k[u, v]
            y[r, c] = acc
    return y


x = np.random.RandomState(4).rand(9, 8)
k = np.random.RandomState(5).rand(3, 3)
print(dilated_conv2d(x, k).shape)
print(dilated_conv2d(x, k, dilation=2).shape)
print(dilated_conv2d(x, k, dilation=2, stride=2, pad=1))
