import numpy as np

def create_mask_from_window(x):
    return x == x.max()

def distribute_value(dz, shape):
    n_H, n_W = shape
    return dz / (n_H * n_W) * np.ones(shape)

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    stride, f = hparameters["stride"], hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros_like(A_prev, dtype=float)
    for i, h, w, c in np.ndindex(m, n_H, n_W, n_C):
        rows = slice(h * stride, h * stride + f)
        cols = slice(w * stride, w * stride + f)
        if mode == "max":
            mask = create_mask_from_window(A_prev[i, rows, cols, c])
            dA_prev[i, rows, cols, c] += mask * dA[i, h, w, c]
        else:
            dA_prev[i, rows, cols, c] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
dA = np.random.randn(5, 4, 2, 2)
for mode in ("max", "average"):
    print("mode =", mode)
    print(pool_backward(dA, (A_prev, {"stride": 1, "f": 2}), mode=mode)[1, 1])
