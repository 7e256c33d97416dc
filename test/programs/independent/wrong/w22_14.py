import numpy as np


def plain(x, w, s):
    kh, kw = w.shape[2:]
    oh = (x.shape[2] - kh) // s + 1
    ow = (x.shape[3] - kw) // s + 1
    y = np.zeros((x.shape[0], w.shape[0], oh, ow))
    for i in range(oh):
        for j in range(ow):
            block = x[:, None, :, i * s:i * s + kh, j * s:j * s + kw]
            y[:, :, i, j] = (block * w[None]).sum(axis=(2, 3, 4))
    return y


def grouped(x, w, bias, groups, s=1, p=0):
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    x_parts = np.split(x, groups, axis=1)
    w_parts = np.split(w, groups, axis=0)
    pieces = [plain(xp, wp, s) for xp, wp in zip(x_parts, w_parts)]
    return np.stack(pieces, axis=2).reshape(x.shape[0], w.shape[0], *pieces[0].shape[2:]) + bias.reshape(1, -1, 1, 1)


r = np.random.RandomState(14)
x = r.randn(1, 4, 5, 5)
w = r.randn(6, 2, 3, 3)
print(grouped(x, w, np.arange(6.0), groups=2, s=2, p=1)[0])
