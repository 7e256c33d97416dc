import math
import numpy as np

def maxpool_ceil(x, k, s):
    """Max pooling with ceil mode: border windows are clipped. Returns values and flat argmax."""
    H, W = x.shape
    oh = math.ceil((H - k) / s) + 1
    ow = math.ceil((W - k) / s) + 1
    vals = np.zeros((oh, ow))
    where = np.zeros((oh, ow), dtype=int)
    for a in range(oh):
        for b in range(ow):
            top, left = a * s, b * s
            win = x[top:min(top + k, H), left:min(left + k, W)]
            r, c = np.unravel_index(win.argmax(), win.shape)
            vals[a, b] = win[r, c]
            where[a, b] = (top + r) * W + c
    return vals, where

def unpool(grad, where, shape):
    dx = np.zeros(shape[0] * shape[1])
    for g, idx in zip(grad.ravel(), where.ravel()):
        dx[idx] += g
    return dx.reshape(shape)

x = np.random.default_rng(4).normal(size=(6, 5))
v, pos = maxpool_ceil(x, 2, 2)
print(v)
print(unpool(np.ones_like(v), pos, x.shape))
