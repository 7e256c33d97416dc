import numpy as np
import math

def same_padding(size, k, s):
    """Zeros before and after an axis as TensorFlow's padding='SAME' does."""
    out = math.ceil(size / s)
    total = max((out - 1) * s + k - size, 0)
    before = math.ceil(total / 2)
    return before, total - before

def conv2d_same(x, w, s=1):
    """x: (N, H, W, C); w: (kh, kw, C, F)"""
    kh, kw = w.shape[:2]
    pads = same_padding(x.shape[1], kh, s), same_padding(x.shape[2], kw, s)
    xp = np.pad(x, ((0, 0), *pads, (0, 0)))
    out_h, out_w = math.ceil(x.shape[1] / s), math.ceil(x.shape[2] / s)
    y = np.empty((x.shape[0], out_h, out_w, w.shape[3]))
    for i in range(out_h):
        for j in range(out_w):
            y[:, i, j] = np.einsum('nhwc,hwcf->nf', xp[:, i*s:i*s+kh, j*s:j*s+kw], w)
    return y

rng = np.random.default_rng(2)
x = rng.normal(size=(1, 6, 8, 2))
w = rng.normal(size=(3, 3, 2, 2))
print(conv2d_same(x, w).shape)
print(conv2d_same(x, w, 2)[0, ..., 0])
