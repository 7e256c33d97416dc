import numpy as np

def as_windows(x, kh, kw, s):
    n, c, h, w = x.shape
    oh, ow = (h - kh) // s + 1, (w - kw) // s + 1
    a, b, cc, d = x.strides
    return np.lib.stride_tricks.as_strided(
        x, shape=(n, c, oh, ow, kh, kw), strides=(a, b, cc * s, d * s, cc, d), writeable=False)

def conv(x, k, bias, s=1, p=0):
    x = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
    v = as_windows(x, k.shape[2], k.shape[3], s)
    # (n, oh, ow, f) -> (n, f, oh, ow)
    return np.rollaxis(np.tensordot(v, k, ((1, 4, 5), (1, 2, 3))) + bias, 3, 1)

x = np.arange(1 * 2 * 5 * 6, dtype=float).reshape(1, 2, 5, 6)
k = np.ones((3, 2, 3, 3))
k[1] *= -1
k[2, 0] = 0
print(conv(x, k, np.array([0., 1., 2.]), s=2, p=1))
