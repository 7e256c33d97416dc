import numpy as np


def maxpool_forward(x, size, stride):
    n, h, w, c = x.shape
    ho = (h - size) // stride + 1
    wo = (w - size) // stride + 1
    out = np.zeros((n, ho, wo, c))
    argmax = np.zeros((n, ho, wo, c), dtype=int)
    for i in range(ho):
        for j in range(wo):
            win = x[:, i * stride:i * stride + size, j * stride:j * stride + size, :]
            flat = win.reshape(n, size * size, c)
            argmax[:, i, j, :] = flat.argmax(axis=1)
            out[:, i, j, :] = flat.max(axis=1)
    return out, (x.shape, argmax, size, stride)


def maxpool_backward(dout, cache):
    shape, argmax, stride, size = cache
    dx = np.zeros(shape)
    n, ho, wo, c = dout.shape
    for b in range(n):
        for i in range(ho):
            for j in range(wo):
                for k in range(c):
                    r, q = divmod(argmax[b, i, j, k], size)
                    dx[b, i * stride + r, j * stride + q, k] += dout[b, i, j, k]
    return dx


np.random.seed(5)
x = np.random.randn(2, 7, 7, 3)
out, cache = maxpool_forward(x, 3, 2)
dx = maxpool_backward(np.ones_like(out), cache)
print(out.shape, dx.sum())
