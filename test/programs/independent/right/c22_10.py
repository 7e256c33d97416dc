import numpy as np
from numpy.lib.stride_tricks import as_strided

def avg_pool_strided(a, k, s):
    """Average pooling of a batch (m, h, w, c) through a strided view, no copies."""
    a = np.ascontiguousarray(a)
    m, h, w, c = a.shape
    oh = (h - k) // s + 1
    ow = (w - k) // s + 1
    sm, sh, sw, sc = a.strides
    view = as_strided(a, shape=(m, oh, ow, k, k, c),
                      strides=(sm, sh * s, sw * s, sh, sw, sc), writeable=False)
    return view.mean(axis=(3, 4))

def avg_pool_strided_backward(d_out, in_shape, k, s):
    d_in = np.zeros(in_shape)
    share = d_out / (k * k)
    for i in range(d_out.shape[1]):
        for j in range(d_out.shape[2]):
            d_in[:, i * s:i * s + k, j * s:j * s + k, :] += share[:, i:i + 1, j:j + 1, :]
    return d_in

np.random.seed(10)
a = np.random.randn(2, 7, 6, 3)
y = avg_pool_strided(a, 3, 2)
d = avg_pool_strided_backward(np.ones_like(y), a.shape, 3, 2)
print(y.shape)
print(d[0, :, :, 0])
