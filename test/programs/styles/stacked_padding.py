import numpy as np


def zero_pad(X, pad):
    m, h, w, c = X.shape
    side = np.zeros((m, h, pad, c))
    wide = np.concatenate((side, X, side), axis=2)
    lid = np.zeros((m, pad, w + 2 * pad, c))
    return np.concatenate((lid, wide, lid), axis=1)


def conv_single_step(a_slice_prev, W, b):
    product = np.multiply(a_slice_prev, W)
    total = 0.0
    for value in product.flat:
        total += value
    return total + b.item()


x = np.random.randn(4, 3, 3, 2)
x_pad = zero_pad(x, 2)
a_slice_prev = np.random.randn(4, 4, 3)
W = np.random.randn(4, 4, 3)
b = np.random.randn(1, 1, 1)
Z = conv_single_step(a_slice_prev, W, b)
