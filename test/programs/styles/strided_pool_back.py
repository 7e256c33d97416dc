import numpy as np


def maxpool_backward(dout, x, pool_h, pool_w, stride):
    N, C, H, W = x.shape
    dx = np.zeros_like(x)
    _, _, out_h, out_w = dout.shape
    for h in range(out_h):
        for w in range(out_w):
            hs, ws = h * stride, w * stride
            patch = x[:, :, hs:hs + pool_h, ws:ws + pool_w]
            peak = patch.max(axis=(2, 3), keepdims=True)
            grad = dout[:, :, h, w][:, :, None, None]
            dx[:, :, hs:hs + pool_h, ws:ws + pool_w] += (patch == peak) * grad
    return dx


def avgpool_backward(dout, x, pool_h, pool_w, stride):
    dx = np.zeros(x.shape)
    area = pool_h * pool_w
    for h in range(dout.shape[2]):
        for w in range(dout.shape[3]):
            hs, ws = h * stride, w * stride
            dx[:, :, hs:hs + pool_h, ws:ws + pool_w] += dout[:, :, h:h + 1, w:w + 1] / area
    return dx
