import numpy as np


def prelu_forward(x, alpha):
    return np.where(x > 0, x, alpha * x), (x, alpha)


def prelu_backward(dout, cache):
    x, alpha = cache
    dx = np.where(x > 0, dout, alpha * dout)
    dalpha = np.sum(np.where(x > 0, 0, x * dout), axis=0)
    return dx, dalpha


x = np.random.randn(4, 3)
out, cache = prelu_forward(x, np.array([0.1, 0.2, 0.3]))
dx, dalpha = prelu_backward(np.ones_like(out), cache)
