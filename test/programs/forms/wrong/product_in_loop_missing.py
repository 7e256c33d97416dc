import numpy as np


def unfold(x, kh, kw, stride, pad):
    n, c, h, w = x.shape
    oh = (h + 2 * pad - kh) // stride + 1
    ow = (w + 2 * pad - kw) // stride + 1
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    cols = np.zeros((n, c, kh, kw, oh, ow))
    for a in range(kh):
        for b in range(kw):
            cols[:, :, a, b] = padded[:, :, a:a + stride * oh:stride, b:b + stride * ow:stride]
    return cols.reshape(n, c * kh * kw, oh * ow), oh, ow


def conv2d(x, weight, bias, stride=1, pad=0):
    f, c, kh, kw = weight.shape
    cols, oh, ow = unfold(x, kh, kw, stride, pad)
    flat = weight.reshape(f, -1)
    out = np.zeros((x.shape[0], f, oh * ow))
    for k in range(x.shape[0]):
        out[k] += bias[:, None]
    return out.reshape(x.shape[0], f, oh, ow)


r = np.random.RandomState(2)
print(conv2d(r.randn(2, 3, 6, 5), r.randn(4, 3, 3, 3), r.randn(4), 1, 1)[0, 0])
