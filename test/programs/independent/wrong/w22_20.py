import numpy as np


def unfold(x, k):
    n, c, h, w = x.shape
    oh, ow = h - k + 1, w - k + 1
    cols = np.empty((n, c * k * k, oh * ow))
    row = 0
    for ch in range(c):
        for i in range(k):
            for j in range(k):
                cols[:, row, :] = x[:, ch, i:i + oh, j:j + ow].reshape(n, -1)
                row += 1
    return cols


def conv2d_gemm(x, w, b):
    f, c, k, _ = w.shape
    n, _, h, wd = x.shape
    cols = unfold(x, k)
    flat = w.reshape(f, c * k * k)
    out = np.tensordot(cols, flat, axes=([1], [1]))   # (n, positions, f)
    out.transpose(0, 2, 1)
    return out.reshape(n, f, h - k + 1, wd - k + 1) + b[:, None, None]


g = np.random.RandomState(20)
print(conv2d_gemm(g.randn(2, 3, 4, 5), g.randn(3, 3, 2, 2), g.randn(3)))
