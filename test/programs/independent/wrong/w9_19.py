import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def grouped_conv2d(x, w, b, groups):
    n, c, h, width = x.shape
    f, cg, kh, kw = w.shape
    assert c == cg * groups and f % groups == 0
    fg = f // groups
    pieces = []
    for g in range(groups):
        start = g * groups
        xs = x[:, start:start + cg]
        ws = w[g * fg:(g + 1) * fg]
        win = sliding_window_view(xs, (kh, kw), axis=(2, 3))
        pieces.append(np.einsum("nchwij,fcij->nfhw", win, ws))
    return np.concatenate(pieces, axis=1) + b[:, None, None]

rng = np.random.default_rng(12)
x = rng.normal(size=(1, 6, 5, 5))
w = rng.normal(size=(4, 3, 3, 3))
b = rng.normal(size=4)
print(grouped_conv2d(x, w, b, groups=2)[0, :, 0, 0])
