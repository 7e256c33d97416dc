import numpy as np


def avg_pool(x, k):
    n, h, w, c = x.shape
    oh, ow = h // k, w // k
    blocks = x[:, :oh * k, :ow * k, :].reshape(n, oh, k, ow, k, c)
    return blocks.mean(axis=(2, 4))


def max_pool(x, k):
    n, h, w, c = x.shape
    oh, ow = h // k, w // k
    blocks = x[:, :oh * k, :ow * k, :].reshape(n, oh, k, ow, k, c)
    return blocks.max(axis=4).max(axis=2)


def avg_pool_backward(dout, x, k):
    n, h, w, c = x.shape
    spread = np.repeat(np.repeat(dout, k, axis=1), k, axis=2) / (k * k)
    dx = np.zeros(x.shape)
    dx[:, :spread.shape[1], :spread.shape[2], :] = spread
    return dx


x = np.arange(96.0).reshape(1, 6, 8, 2)
print(avg_pool(x, 2).shape, max_pool(x, 2).shape)
g = avg_pool_backward(np.ones((1, 3, 4, 2)), x, 2)
