import numpy as np


def conv2d(images, weights, bias, stride=1):
    """
    images: (N, C, H, W)
    weights: (F, C, kh, kw)
    """
    N, C, H, W = images.shape
    F, _, kh, kw = weights.shape
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    out = np.zeros((N, F, oh, ow))
    for i in range(oh):
        for j in range(ow):
            window = images[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            out[:, :, i, j] = np.einsum("nchw,fchw->nf", window, weights) + bias
    return out
