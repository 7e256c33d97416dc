import numpy as np

def conv(x, w, b, s=1, p=0):
    n, _, H, W = x.shape
    f, _, kh, kw = w.shape
    x = np.pad(x, [[0, 0], [0, 0], [p, p], [p, p]])
    oh, ow = (H + 2 * p - kh) // s + 1, (W + 2 * p - kw) // s + 1
    # start from the bias, add one shifted image per kernel tap
    y = np.zeros((n, f, oh, ow)) + b[:, None, None]
    for dy in range(kh):
        for dx in range(kw):
            tap = x[:, :, dy:dy + (oh - 1) * s + 1:s, dx:dx + (ow - 1) * s + 1:s]
            y += np.moveaxis(np.tensordot(w[:, :, dy, dx], tap, (1, 1)), 0, 1)
    return y

np.random.seed(5)
a = conv(np.random.randn(2, 3, 8, 7), np.random.randn(4, 3, 3, 3), np.random.randn(4), s=2, p=1)
print(a.shape)
print(a[1, 2])
