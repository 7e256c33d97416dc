import numpy as np


def correlate(x, k, stride=1):
    kh, kw = k.shape
    oh = (x.shape[0] - kh) // stride + 1
    ow = (x.shape[1] - kw) // stride + 1
    y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            y[i, j] = np.sum(x[i * stride:i * stride + kh, j * stride:j * stride + kw] * k)
    return y


def upsample(g, shape, kh, kw, stride):
    """Put the entries of g stride apart, in an array of the unstrided size."""
    z = np.zeros((shape[0] - kh + 1, shape[1] - kw + 1))
    z[:g.shape[0], :g.shape[1]] = g
    return z


def correlate_backward(g, x, k, stride=1):
    kh, kw = k.shape
    z = upsample(g, x.shape, kh, kw, stride)
    dk = correlate(x, z)
    full = np.pad(z, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    dx = correlate(full, np.rot90(k, 2))
    return dx, dk


np.random.seed(2)
x = np.random.randn(7, 7)
k = np.random.randn(3, 3)
y = correlate(x, k, 2)
dx, dk = correlate_backward(np.ones_like(y), x, k, 2)
print(y)
print(dx)
print(dk)
