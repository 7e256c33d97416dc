import numpy as np

def maxpool_forward(x, k, stride):
    """x: (C, H, W). Returns the output and the argmax coordinates."""
    C, H, W = x.shape
    oh, ow = (H - k) // stride + 1, (W - k) // stride + 1
    out = np.zeros((C, oh, ow))
    where = np.zeros((C, oh, ow, 2), dtype=int)
    for c in range(C):
        for i in range(oh):
            for j in range(ow):
                best = 0
                for a in range(k):
                    for b in range(k):
                        v = x[c, i * stride + a, j * stride + b]
                        if v > best:
                            best = v
                            where[c, i, j] = (a, b)
                out[c, i, j] = best
    return out, where

def maxpool_backward(dout, where, x_shape, stride):
    dx = np.zeros(x_shape)
    C, oh, ow = dout.shape
    for c in range(C):
        for i in range(oh):
            for j in range(ow):
                a, b = where[c, i, j]
                dx[c, i + a, j * stride + b] += dout[c, i, j]
    return dx

np.random.seed(4)
x = np.random.randn(2, 6, 6)
out, where = maxpool_forward(x, 2, 2)
print(out)
print(maxpool_backward(np.ones_like(out), where, x.shape, 2))
