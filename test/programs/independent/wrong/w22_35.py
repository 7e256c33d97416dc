import numpy as np


def pad_image(x, p):
    if p == 0:
        return x
    return np.pad(x, ((0, 0), (p, p), (0, 0), (p, p)), "constant")


def avg_pool(x, k, s, p=0):
    # x : (Batch, Höhe, Breite, Kanäle); Randnullen zählen mit
    _, h, w, _ = x.shape
    xp = pad_image(x, p)
    oh, ow = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1
    rows = [xp[:, i * s:i * s + k].mean(axis=1) for i in range(oh)]
    halb = np.stack(rows, axis=1)
    cols = [halb[:, :, j * s:j * s + k].sum(axis=2) / k for j in range(ow)]
    return np.stack(cols, axis=2)


x = np.random.default_rng(35).random((1, 4, 6, 2))
print(avg_pool(x, 2, 2)[0, ..., 0])
print(avg_pool(x, 3, 1, p=1).shape)
