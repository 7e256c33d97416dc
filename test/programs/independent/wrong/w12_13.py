import numpy as np

def grouped_conv(x, w, groups):
    # x: (N, C, H, W)   w: (F, C // groups, k, k)
    N, C, H, W = x.shape
    F, cg, k, _ = w.shape
    fg = F // groups
    assert C == cg * groups
    out = np.zeros((N, F, H - k + 1, W - k + 1))
    for g in range(groups):
        xs = x[:, g * cg:(g + 1) * cg]
        for f in range(fg):
            kernel = w[g * cg + f]
            for i in range(H - k + 1):
                for j in range(W - k + 1):
                    out[:, g * fg + f, i, j] = (xs[:, :, i:i+k, j:j+k] * kernel).sum(axis=(1, 2, 3))
    return out

np.random.seed(0)
x = np.random.randn(1, 4, 5, 5)
w = np.random.randn(6, 2, 3, 3)
y = grouped_conv(x, w, groups=2)
print(y.shape)
