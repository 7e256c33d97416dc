import numpy as np


def max_pool1d(x, size, stride):
    channels, length = x.shape
    steps = (length - size) // stride + 1
    out = np.zeros((channels, steps))
    for t in range(steps):
        out[:, t] = x[:, t * stride : t * stride + size].max(axis=1)
    return out, (x, size, stride)


def max_pool1d_backward(dout, cache):
    x, size, stride = cache
    dx = np.zeros_like(x)
    for ch in range(dout.shape[0]):
        for t in range(dout.shape[1]):
            s = t * stride
            best = np.argmax(x[ch, s : s + size])
            dx[ch, best] += dout[ch, t]
    return dx
