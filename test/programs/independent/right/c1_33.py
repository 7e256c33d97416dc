import numpy as np

def grouped_conv(x, w, b, groups, stride=1, pad=0):
    """w has shape (F, C // groups, kh, kw)"""
    N, C, H, W = x.shape
    F, cg, kh, kw = w.shape
    assert C == cg * groups and F % groups == 0
    fg = F // groups
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    oh = (H + 2 * pad - kh) // stride + 1
    ow = (W + 2 * pad - kw) // stride + 1
    y = np.zeros((N, F, oh, ow))
    for f in range(F):
        g = f // fg
        sub = xp[:, g * cg:(g + 1) * cg]
        for i in range(oh):
            for j in range(ow):
                win = sub[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
                y[:, f, i, j] = (win * w[f]).sum(axis=(1, 2, 3)) + b[f]
    return y

np.random.seed(12)
y = grouped_conv(np.random.randn(2, 4, 5, 5), np.random.randn(6, 2, 3, 3), np.arange(6.), groups=2, pad=1)
print(y.shape, y[0, 5, 2, 2])
