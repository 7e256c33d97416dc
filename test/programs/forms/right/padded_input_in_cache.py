import numpy as np


def convolve(images, filters, offsets, stride, pad):
    n, _, height, width = images.shape
    count, _, kh, kw = filters.shape
    xp = np.pad(images, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    rows = (height + 2 * pad - kh) // stride + 1
    cols = (width + 2 * pad - kw) // stride + 1
    out = np.zeros((n, count, rows, cols))
    for r in range(rows):
        for c in range(cols):
            window = xp[:, :, r * stride : r * stride + kh, c * stride : c * stride + kw]
            out[:, :, r, c] = np.tensordot(window, filters, axes=([1, 2, 3], [1, 2, 3])) + offsets
    return out, (images, filters, xp, stride, pad)


def convolve_backward(dout, cache):
    x, w, xp, stride, pad = cache
    kh, kw = w.shape[2:]
    dxp = np.zeros(xp.shape)
    dw = np.zeros(w.shape)
    for r in range(dout.shape[2]):
        for c in range(dout.shape[3]):
            place = (slice(None), slice(None), slice(r * stride, r * stride + kh), slice(c * stride, c * stride + kw))
            dw += np.tensordot(dout[:, :, r, c], xp[place], axes=([0], [0]))
            dxp[place] += np.tensordot(dout[:, :, r, c], w, axes=([1], [0]))
    dx = dxp[:, :, pad : pad + x.shape[2], pad : pad + x.shape[3]]
    return dx, dw, dout.sum(axis=(0, 2, 3))
