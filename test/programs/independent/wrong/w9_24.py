import numpy as np

def conv2d_strided(x, w, b, stride=1, pad=0):
    p = pad
    n, c, h, wd = x.shape
    f, _, r, s = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    ho = (h + 2 * p - r) // stride + 1
    wo = (wd + 2 * p - s) // stride + 1
    st = x.strides
    view = np.lib.stride_tricks.as_strided(
        xp,
        (n, c, ho, wo, r, s),
        (st[0], st[1], st[2] * stride, st[3] * stride, st[2], st[3]),
    )
    out = np.tensordot(view, w, axes=((1, 4, 5), (1, 2, 3)))
    return np.moveaxis(out, -1, 1) + b.reshape(1, -1, 1, 1)

g = np.random.default_rng(5)
y = conv2d_strided(g.normal(size=(2, 3, 6, 6)), g.normal(size=(4, 3, 3, 3)), g.normal(size=4), stride=1, pad=1)
print(y.shape, y.std())
