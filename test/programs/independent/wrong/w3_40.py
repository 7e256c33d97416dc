import numpy as np

def group_conv2d(x, w, b, groups, stride=1, pad=0):
    N, C, H, W = x.shape
    F, Cg, KH, KW = w.shape
    fg = F // groups
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    oh = (H + 2 * pad - KH) // stride + 1
    ow = (W + 2 * pad - KW) // stride + 1
    out = np.zeros((N, F, oh, ow))
    for f in range(F):
        g = f % groups
        xg = x[:, g * Cg:(g + 1) * Cg]
        for i in range(oh):
            for j in range(ow):
                out[:, f, i, j] = np.sum(xg[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW] * w[f], axis=(1, 2, 3)) + b[f]
    return out

np.random.seed(10)
y = group_conv2d(np.random.randn(1, 4, 4, 4), np.random.randn(4, 2, 3, 3), np.zeros(4), 2, pad=1)
print(y[0, 1])
