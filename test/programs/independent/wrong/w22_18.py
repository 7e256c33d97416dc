import numpy as np
from numpy.lib.stride_tricks import as_strided


def fast_conv(x, w, stride=1):
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    oh, ow = (h - kh) // stride + 1, (wd - kw) // stride + 1
    sn, sc, sh, sw = x.strides
    view = as_strided(
        x,
        shape=(n, c, oh, ow, kh, kw),
        strides=(sn, sc, sh, sw, sh * stride, sw * stride),
        writeable=False,
    )
    cols = view.transpose(0, 2, 3, 1, 4, 5).reshape(n * oh * ow, c * kh * kw)
    res = cols.dot(w.reshape(f, -1).T)
    return res.reshape(n, oh, ow, f).transpose(0, 3, 1, 2)


np.random.seed(18)
x = np.random.randn(2, 3, 7, 7)
w = np.random.randn(5, 3, 3, 3)
y1 = fast_conv(x, w)
y2 = fast_conv(x, w, stride=2)
print(y1.shape, y2.shape)
print(y2[0, 0])
