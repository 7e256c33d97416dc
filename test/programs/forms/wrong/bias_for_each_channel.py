import numpy as np


def forward(x, w, b, pad, stride):
    n, c, h, wd = x.shape
    f, _, hh, ww = w.shape
    xp = np.pad(x, ((0,), (0,), (pad,), (pad,)))
    oh, ow = 1 + (h + 2 * pad - hh) // stride, 1 + (wd + 2 * pad - ww) // stride
    z = np.zeros((n, f, oh, ow))
    for p in range(f):
        for q in range(c):
            for i in range(oh):
                for j in range(ow):
                    z[:, p, i, j] += np.sum(xp[:, q, i * stride:i * stride + hh, j * stride:j * stride + ww] * w[p, q], axis=(1, 2)) + b[p]
    return z


r = np.random.RandomState(9)
print(forward(r.randn(2, 3, 5, 5), r.randn(2, 3, 3, 3), r.randn(2), 1, 2))
