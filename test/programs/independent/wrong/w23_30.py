import numpy as np


def zero_pad(x, pad):
    n, c, h, w = x.shape
    out = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    out[:, :, pad:pad + h, 0:w] = x
    return out


def conv_step(window, kernel, bias):
    return np.sum(window * kernel) + bias


def conv_forward(x, w, b, stride, pad):
    n, c, h, wd = x.shape
    k, _, fh, fw = w.shape
    oh = (h + 2 * pad - fh) // stride + 1
    ow = (wd + 2 * pad - fw) // stride + 1
    xp = zero_pad(x, pad)
    z = np.zeros((n, k, oh, ow))
    for r in range(oh):
        for s in range(ow):
            for f in range(k):
                for e in range(n):
                    win = xp[e, :, r * stride:r * stride + fh, s * stride:s * stride + fw]
                    z[e, f, r, s] = conv_step(win, w[f], b[e])
    return z


np.random.seed(7)
x = np.random.randn(2, 3, 5, 5)
w = np.random.randn(3, 3, 3, 3)
b = np.array([1.0, 2.0, 3.0])
z = conv_forward(x, w, b, 1, 1)
print(z.shape)
print(z[:, :, 0, 0])
