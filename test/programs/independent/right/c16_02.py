import numpy as np

def transponierte_faltung(x, w, s):
    ci, h, b = x.shape
    _, co, k, l = w.shape
    y = np.zeros((co, (h - 1) * s + k, (b - 1) * s + l))
    for u in range(k):
        for v in range(l):
            y[:, u:u + s * (h - 1) + 1:s, v:v + s * (b - 1) + 1:s] += np.tensordot(w[:, :, u, v], x, axes=(0, 0))
    return y

r = np.random.default_rng(1)
x, w = r.normal(size=(2, 3, 4)), r.normal(size=(2, 3, 3, 2))
print(transponierte_faltung(x, w, 2).shape)
