import numpy as np
from numpy.lib.stride_tricks import as_strided


def conv(x, w, step=1, pad=0):
    # x: (batch, channel, height, width)   w: (out, in, kh, kw)
    n, c, h, wd = x.shape
    o, _, kh, kw = w.shape
    sn, sc, sh, sw = x.strides
    if pad:
        x = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    oh = (h + 2 * pad - kh) // step + 1
    ow = (wd + 2 * pad - kw) // step + 1
    patches = as_strided(
        x,
        shape=(n, c, oh, ow, kh, kw),
        strides=(sn, sc, sh * step, sw * step, sh, sw),
        writeable=False,
    )
    return np.tensordot(patches, w, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)


rs = np.random.RandomState(8)
img = rs.rand(2, 3, 6, 6)
ker = rs.rand(4, 3, 3, 3)
print(conv(img, ker, pad=1)[0, 0])
print(conv(img, ker, step=2, pad=1).shape)
