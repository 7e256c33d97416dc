import numpy as np


def conv_backward_input(dout, w, in_h, in_w, stride=1):
    n, f, oh, ow = dout.shape
    _, c, kh, kw = w.shape
    dx = np.zeros((n, c, in_h, in_w))
    for i in range(oh):
        for j in range(ow):
            dx[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw] += np.tensordot(dout[:, :, i, j], w, axes=1)
    return dx
