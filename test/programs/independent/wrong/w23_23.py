import numpy as np


def conv_transpose2d(x, w, stride=1, padding=0):
    """x: (N, Cin, H, W); w: (Cin, Cout, kH, kW), as in torch."""
    n, cin, h, wd = x.shape
    _, cout, kh, kw = w.shape
    full_h = (h - 1) * stride + kh
    full_w = (wd - 1) * stride + kw
    full = np.zeros((n, cout, full_h, full_w))
    contrib = np.tensordot(x, w, axes=(1, 0))   # n, h, w, cout, kh, kw
    for i in range(h):
        for j in range(wd):
            full[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw] += contrib[:, i, j]
    if padding == 0:
        return full
    return full[:, :, 2 * padding:, padding:-padding]


np.random.seed(9)
x = np.random.randn(1, 2, 3, 3)
w = np.random.randn(2, 4, 3, 3)
for s in (1, 2):
    for p in (0, 1):
        y = conv_transpose2d(x, w, s, p)
        print(s, p, y.shape, y.sum())
