import numpy as np


def plain_conv(x, w):
    N, C, H, W = x.shape
    F, C, kh, kw = w.shape
    flat_w = w.reshape(F, C * kh * kw)
    rows = []
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            rows.append(x[:, :, i:i + kh, j:j + kw].reshape(N, -1) @ flat_w.T)
    out = np.array(rows)                       # (positions, N, F)
    return out.transpose(1, 2, 0).reshape(N, F, H - kh + 1, W - kw + 1)


def group_conv(x, w, groups=1):
    parts = zip(np.split(x, groups, axis=1), np.split(w, groups, axis=0))
    return np.concatenate([plain_conv(a, b) for a, b in parts], axis=1)


np.random.seed(123)
x = np.random.randn(2, 4, 5, 6)
w = np.random.randn(6, 2, 3, 3)
print(group_conv(x, w, 2).shape)
print(group_conv(x, w, groups=2)[0, :, 0, 0])
