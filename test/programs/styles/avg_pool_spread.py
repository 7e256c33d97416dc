import numpy as np


def avg_pool_forward(x, k, stride):
    n, c, h, w = x.shape
    oh = (h - k) // stride + 1
    ow = (w - k) // stride + 1
    total = np.zeros((n, c, oh, ow))
    for di in range(k):
        for dj in range(k):
            total += x[:, :, di:di + oh * stride:stride, dj:dj + ow * stride:stride]
    return total / k ** 2


def avg_pool_backward(dout, x, k, stride):
    oh, ow = dout.shape[2:]
    dx = np.zeros_like(x)
    share = dout / (k * k)
    for di in range(k):
        for dj in range(k):
            dx[:, :, di:di + oh * stride:stride, dj:dj + ow * stride:stride] += share
    return dx
