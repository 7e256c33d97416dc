import numpy as np


def valid(a, b, axes, out):
    """Slide b over a (last two axes) and contract the given axes."""
    kh, kw = b.shape[-2:]
    return np.stack([np.stack([
        np.tensordot(a[..., i:i + kh, j:j + kw], b, axes=axes)
        for j in range(out[1])], axis=-1) for i in range(out[0])], axis=-2)


def conv_back(dout, x, w, stride, pad):
    """Both gradients of a strided, padded convolution as plain convolutions."""
    n, c, h, wd = x.shape
    f, _, k, _ = w.shape
    hp, wp = h + 2 * pad, wd + 2 * pad

    # gradient image as a stride-1 layer would have produced it
    g = np.zeros((n, f, hp - k + 1, wp - k + 1))
    g[:, :, ::stride, ::stride][:, :, :dout.shape[2], :dout.shape[3]] = dout

    xp = np.zeros((n, c, hp, wp))
    xp[:, :, pad:pad + h, pad:pad + wd] = x
    dw = valid(xp, g, ([0, 2, 3], [0, 2, 3]), (k, k)).swapaxes(0, 1)

    e = k - 1
    full = np.pad(g, ((0, 0), (0, 0), (e, e), (e, e)))
    dx = valid(full, np.flip(w, (2, 3)), ([1, 2, 3], [0, 2, 3]), (hp, wp))
    dx = dx[:, :, pad:hp - pad, pad:wp - pad]

    db = g.sum((0, 2, 3))      # the inserted zeros add nothing
    return dx, dw, db


rng = np.random.default_rng(25)
x, w = rng.normal(size=(2, 2, 6, 5)), rng.normal(size=(3, 2, 3, 3))
dx, dw, db = conv_back(rng.normal(size=(2, 3, 3, 3)), x, w, stride=2, pad=1)
print(dx.shape, dw.shape, db)
