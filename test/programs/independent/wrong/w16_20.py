import numpy as np


def dilated_conv2d(x, k, dilation=1, stride=1, pad=0):
    """Single channel atrous convolution, no bias."""
    kh, kw = k.shape
    x = np.pad(x, pad)

    def positions(n, taps):
        extent = taps * dilation
        return (n - extent) // stride + 1

    oh, ow = positions(x.shape[0], kh), positions(x.shape[1], kw)
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
