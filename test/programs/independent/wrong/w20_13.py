import numpy as np
from numpy.lib.stride_tricks import as_strided


def conv2d_strided(x, w, stride=1):
    # x: (N, C, H, W)   w: (F, C, kh, kw)
    x = np.ascontiguousarray(x)
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    oh = (h - kh) // stride + 1
    ow = (wd - kw) // stride + 1
    sn, sc, sh, sw = x.strides
    view = as_strided(
        x,
        shape=(n, oh, ow, c, kh, kw),
        strides=(sn, sh * stride, sw * stride, sc, sh * stride, sw * stride),
        writeable=False,
    )
    return np.tensordot(view, w, axes=([3, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)


rng = np.random.default_rng(12)
batch = rng.normal(size=(2, 3, 9, 9))
filters = rng.normal(size=(5, 3, 3, 3))
res = conv2d_strided(batch, filters, stride=2)
print(res.shape, res.sum())
