import numpy as np


def conv2d(x, W, b, stride=1):
    """2-D convolution.

    x: (batch, in, h, w)
    W: (out, in, k, k)
    """
    n, c, h, w = x.shape
    cin, cout, k, _ = W.shape
    oh, ow = (h - k) // stride + 1, (w - k) // stride + 1
    y = np.zeros((n, cout, oh, ow))
    for i in range(oh):
        for j in range(ow):
            patch = x[:, :, i * stride : i * stride + k, j * stride : j * stride + k]
            y[:, :, i, j] = np.einsum("nchw,cohw->no", patch, W) + b
    return y
