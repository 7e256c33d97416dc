import numpy as np


def leaky_relu_forward(x, alpha=0.01):
    return np.where(x > 0, x, alpha * x), x


def leaky_relu_backward(dout, cache, alpha=0.1):
    x = cache
    dx = dout.copy()
    dx[x <= 0] *= alpha
    return dx
