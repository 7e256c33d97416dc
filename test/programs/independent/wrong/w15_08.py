"""Gradients of a strided convolution without padding, NCHW."""
import itertools
import numpy as np


def conv_grads(dout, x, w, stride):
    F, C, HH, WW = w.shape
    OH, OW = dout.shape[2:]
    positions = itertools.product(range(OH), range(OW))

    db = dout.sum(axis=(0, 2, 3))

    dw = np.zeros_like(w)
    for i, j in positions:  # weights
        patch = x[:, :, i * stride:i * stride + HH, j * stride:j * stride + WW]
        dw += np.einsum('nf,nchw->fchw', dout[:, :, i, j], patch)

    dx = np.zeros_like(x)
    for i, j in positions:  # input
        dx[:, :, i * stride:i * stride + HH, j * stride:j * stride + WW] += \
            np.einsum('nf,fchw->nchw', dout[:, :, i, j], w)

    return dx, dw, db


gen = np.random.default_rng(21)
x = gen.standard_normal((2, 3, 5, 5))
w = gen.standard_normal((4, 3, 3, 3))
dout = gen.standard_normal((2, 4, 2, 2))
dx, dw, db = conv_grads(dout, x, w, stride=2)
print(dx.shape, dw.shape, db.shape)
print('dw', dw[0, 0])
