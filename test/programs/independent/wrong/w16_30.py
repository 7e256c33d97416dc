import numpy as np
import math


def same_pad_amount(n, k, s):
    """TensorFlow 'SAME': output is ceil(n / s), the odd pixel goes to the end."""
    out = math.ceil(n / s)
    total = max((out - 1) * s + k - n, 0)
    before = total // 2
    after = total // 2
    return before, after


def conv_same(x, w, s=1):
    """x: (H, W, C), w: (KH, KW, C, F)"""
    kh, kw, _, f = w.shape
    ph = same_pad_amount(x.shape[0], kh, s)
    pw = same_pad_amount(x.shape[1], kw, s)
    xp = np.pad(x, (ph, pw, (0, 0)))
    oh = (xp.shape[0] - kh) // s + 1
    ow = (xp.shape[1] - kw) // s + 1
    y = np.zeros((oh, ow, f))
    for i in range(oh):
        for j in range(ow):
            y[i, j] = np.tensordot(xp[i * s:i * s + kh, j * s:j * s + kw], w, axes=3)
    return y


np.random.seed(30)
x = np.random.randn(6, 5, 2)
w = np.random.randn(3, 3, 2, 4)
print(conv_same(x, w).shape, conv_same(x, w, s=2).shape)
