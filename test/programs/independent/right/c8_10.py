import numpy as np

def distribute_value(dz, shape):
    n_H, n_W = shape
    return np.ones(shape) * dz / n_H / n_W

def create_mask_from_window(x):
    return np.logical_not(x < x.max())

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros_like(A_prev)
    m, n_H, n_W, n_C = dA.shape
    for c, w, h, i in np.ndindex(n_C, n_W, n_H, m):
        sel = (i, slice(h * stride, h * stride + f), slice(w * stride, w * stride + f), c)
        if mode == "max":
            dA_prev[sel] += create_mask_from_window(A_prev[sel]) * dA[i, h, w, c]
        elif mode == "average":
            dA_prev[sel] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
cache = (A_prev, {"stride": 1, "f": 2})
dA = np.random.randn(5, 4, 2, 2)
print(pool_backward(dA, cache, "max")[1, 1])
print(pool_backward(dA, cache, "average")[1, 1])
