import numpy as np

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    stride, f = hparameters["stride"], hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros_like(A_prev, dtype=float)
    for h in range(n_H):
        for w in range(n_W):
            rows = slice(stride * h, stride * h + f)
            cols = slice(stride * w, stride * w + f)
            g = dA[:, h:h + 1, w:w + 1, :]
            if mode == "max":
                win = A_prev[:, rows, cols, :]
                g = g * (win == win.max(axis=(1, 2), keepdims=True))
            else:
                g = g / f ** 2
            dA_prev[:, rows, cols, :] += g
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 4, 2)
dA = np.random.randn(5, 4, 3, 2)
for mode in ("max", "average"):
    print(mode, pool_backward(dA, (A_prev, {"stride": 1, "f": 2}), mode)[1, 1])
