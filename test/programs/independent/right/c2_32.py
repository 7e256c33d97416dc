import math
import numpy as np

def max_pool_same(x, k, s):
    """tf.nn.max_pool2d(x, k, s, 'SAME'): output ceil(H / s); the border does not take part in the maximum"""
    n, h, w, c = x.shape
    oh, ow = math.ceil(h / s), math.ceil(w / s)
    ph = max((oh - 1) * s + k - h, 0)
    pw = max((ow - 1) * s + k - w, 0)
    xp = np.full((n, h + ph, w + pw, c), -np.inf)
    xp[:, ph // 2:ph // 2 + h, pw // 2:pw // 2 + w] = x
    out = np.empty((n, oh, ow, c))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j] = xp[:, i * s:i * s + k, j * s:j * s + k].max(axis=(1, 2))
    return out

x = -np.arange(1., 26.).reshape(1, 5, 5, 1)
print(max_pool_same(x, 2, 2)[0, :, :, 0])
print(max_pool_same(x, 3, 2)[0, :, :, 0])
