import numpy as np


def im2col_strided(x, kh, kw, s):
    n, c, h, w = x.shape
    oh, ow = (h - kh) // s + 1, (w - kw) // s + 1
    sn, sc, sh, sw = x.strides
    v = np.lib.stride_tricks.as_strided(
        x, (n, oh, ow, c, kh, kw), (sn, s * sh, s * sw, sc, sh, sw))
    return v.reshape(n * oh * ow, c * kh * kw), oh, ow


class Conv:
    def __init__(self, w, b=None, stride=1, pad=0):
        self.w = w
        self.b = np.zeros(len(w)) if b is None else b
        self.stride = stride
        self.pad = pad

    def __call__(self, x):
        p = self.pad
        if p:
            x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        f, c, kh, kw = self.w.shape
        col, oh, ow = im2col_strided(x, kh, kw, self.stride)
        y = col.dot(self.w.reshape(f, -1).T) + self.b
        return np.moveaxis(y.reshape(len(x), oh, ow, f), -1, 1)


np.random.seed(5)
conv = Conv(np.random.randn(3, 2, 3, 3), stride=2, pad=1)
y = conv(np.random.randn(2, 2, 7, 5))
print(y.shape)
print(y[0, 0])
