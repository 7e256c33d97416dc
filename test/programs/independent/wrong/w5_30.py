import numpy as np

def group_conv(x, w, groups):
    N, C, H, W = x.shape
    F, cg, kh, kw = w.shape
    fg = F // groups
    oh, ow = H - kh + 1, W - kw + 1
    y = np.zeros((N, F, oh, ow))
    for g in range(groups):
        xg = x[:, g * cg:(g + 1) * cg]
        for k in range(fg):
            f = g * cg + k
            for i in range(oh):
                for j in range(ow):
                    y[:, f, i, j] = np.sum(xg[:, :, i:i + kh, j:j + kw] * w[f], axis=(1, 2, 3))
    return y

np.random.seed(20)
x = np.random.randn(1, 4, 4, 4)
w = np.random.randn(6, 2, 3, 3)
print(group_conv(x, w, 2)[0])
