import numpy as np

def group_conv(x, w, groups):
    N, C, H, W = x.shape
    M, Cg, kh, kw = w.shape
    Mg = M // groups
    out = np.zeros((N, M, H - kh + 1, W - kw + 1))
    for g in range(groups):
        xs = x[:, g * Cg:(g + 1) * Cg]
        for m in range(Mg):
            filt = w[m]
            for i in range(out.shape[2]):
                for j in range(out.shape[3]):
                    out[:, g * Mg + m, i, j] = (xs[:, :, i:i+kh, j:j+kw] * filt).sum((1, 2, 3))
    return out

np.random.seed(2)
x = np.random.randn(2, 4, 5, 5)
w = np.random.randn(6, 2, 3, 3)
y = group_conv(x, w, groups=2)
print(y.shape, y.sum())
print(y[0, 3])
