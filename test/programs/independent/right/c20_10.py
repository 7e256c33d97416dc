import numpy as np


def _geometry(size, k, s, padding):
    """(output size, cells before, cells after) as TensorFlow does it."""
    if padding == "VALID":
        return (size - k + s) // s, 0, 0
    out = (size + s - 1) // s
    total = max((out - 1) * s + k - size, 0)
    return out, total // 2, total - total // 2


def conv2d(x, w, stride=1, padding="SAME"):
    kh, kw = w.shape[:2]
    oh, top, bottom = _geometry(x.shape[1], kh, stride, padding)
    ow, left, right = _geometry(x.shape[2], kw, stride, padding)
    x = np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)))
    out = 0
    for di in range(kh):
        for dj in range(kw):
            part = x[:, di:di + stride * oh:stride, dj:dj + stride * ow:stride, :]
            out = out + part[:, :oh, :ow] @ w[di, dj]
    return out


r = np.random.default_rng(10)
im = r.normal(size=(1, 6, 5, 2))
ke = r.normal(size=(3, 3, 2, 4))
print(conv2d(im, ke).shape, conv2d(im, ke, 2).shape, conv2d(im, ke, 2, "VALID").shape)
print(conv2d(im, ke, 2)[0, :, :, 0])
