import numpy as np
from numpy.lib.stride_tricks import as_strided


def conv2d(x, weight, bias=None, stride=(1, 1), padding=(0, 0), dilation=(1, 1), groups=1):
    (sh, sw), (ph, pw), (dh, dw) = stride, padding, dilation
    n, c, h, w = x.shape
    f, cg, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    oh = (x.shape[2] - dh * (kh - 1) - 1) // sh + 1
    ow = (x.shape[3] - dw * (kw - 1) - 1) // sw + 1
    b0, b1, b2, b3 = x.strides
    v = as_strided(
        x,
        (n, groups, cg, kh, kw, oh, ow),
        (b0, b1 * cg, b1, b2 * dh, b3 * dw, b2 * sh, b3 * sw),
        writeable=False,
    )
    k = weight.reshape(groups, -1, cg, kh, kw)
    y = np.einsum("ngcuvij,gfcuv->ngfij", v, k).reshape(n, f, oh, ow)
    return y if bias is None else y + bias[:, None, None]


rng = np.random.default_rng(13)
x = rng.normal(size=(2, 4, 9, 8))
weight = rng.normal(size=(6, 2, 3, 2))
bias = rng.normal(size=6)
y = conv2d(x, weight, bias, stride=(2, 1), padding=(1, 2), dilation=(2, 3), groups=2)
print(y.shape, y.sum())
