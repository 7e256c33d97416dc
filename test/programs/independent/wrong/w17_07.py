"""Depthwise convolution: one small filter function per channel."""
import numpy as np


def depthwise_conv(x, kernels, step=1):
    # x: (C, H, W)   kernels: (C, kh, kw)
    C, H, W = x.shape
    _, kh, kw = kernels.shape
    filters = []
    for ch in range(C):
        filters.append(lambda patch: float((patch * kernels[ch]).sum()))

    oh = 1 + (H - kh) // step
    ow = 1 + (W - kw) // step
    res = np.empty((C, oh, ow))
    for k, apply in enumerate(filters):
        for y in range(oh):
            for q in range(ow):
                res[k, y, q] = apply(x[k, y * step: y * step + kh, q * step: q * step + kw])
    return res


gen = np.random.RandomState(7)
img = gen.rand(3, 6, 7)
ker = gen.rand(3, 3, 2) - 0.5
print(depthwise_conv(img, ker).round(3))
print(depthwise_conv(img, ker, step=2).shape)
