import numpy as np


def prelu_forward(x, alpha):
    out = np.maximum(x, 0) + alpha * np.minimum(x, 0)
    return out, (x, alpha)


def prelu_backward(dout, cache):
    x, alpha = cache
    dx = dout * np.where(x > 0, 1, alpha)
    dalpha = np.sum(dout * np.maximum(x, 0), axis=0)
    return dx, dalpha
