import numpy as np

def create_mask_from_window(x):
    m = np.zeros(x.shape, dtype=bool)
    m[np.unravel_index(x.argmax(), x.shape)] = True
    return m

def distribute_value(dz, shape):
    n_H, n_W = shape
    return np.outer(np.ones(n_H) / n_H, np.ones(n_W) / n_W) * dz

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    stride, f = hparameters["stride"], hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for c in range(n_C):
        for w in range(n_W):
            for h in range(n_H):
                for i in range(m):
                    target = dA_prev[i, h * stride:h * stride + f, w * stride:w * stride + f, c]
                    source = A_prev[i, h * stride:h * stride + f, w * stride:w * stride + f, c]
                    if mode == "max":
                        target[create_mask_from_window(source)] += dA[i, h, w, c]
                    else:
                        target += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
dA = np.random.randn(5, 4, 2, 2)
for mode in ("max", "average"):
    print(mode, pool_backward(dA, (A_prev, {"stride": 1, "f": 2}), mode)[1, 1])
