import numpy as np
from numpy.lib.stride_tricks import as_strided

def my_conv(x, weight, bias, stride=1, padding=0):
    # x: N, C, H, W      weight: O, C, KH, KW
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    n, c, h, w = x.shape
    o, _, kh, kw = weight.shape
    oh = (h - kh) // stride + 1
    ow = (w - kw) // stride + 1
    sn, sc, sh, sw = x.strides
    patches = as_strided(x,
                         shape=(n, c, oh, ow, kh, kw),
                         strides=(sn, sc, sh * stride, sw * stride, sh, sw))
    out = np.einsum('nchwij,ocij->nowh', patches, weight)
    return out + bias[None, :, None, None]

np.random.seed(100)
x = np.random.randn(2, 3, 6, 6)
weight = np.random.randn(4, 3, 3, 3)
bias = np.random.randn(4)
y = my_conv(x, weight, bias, stride=1, padding=1)
print(y.shape)
print(y[0, 0])
