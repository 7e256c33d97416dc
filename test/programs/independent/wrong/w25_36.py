import numpy as np

def create_mask_from_window(x):
    return x == x.max()

def distribute_value(dz, shape):
    n_H, n_W = shape
    return np.full(shape, dz / (n_H + n_W))

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    stride, f = hparameters["stride"], hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros_like(A_prev)
    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    rows = slice(h * stride, h * stride + f)
                    cols = slice(w * stride, w * stride + f)
                    if mode == "max":
                        mask = create_mask_from_window(a_prev[rows, cols, c])
                        dA_prev[i, rows, cols, c] += mask * dA[i, h, h, c]
                    elif mode == "average":
                        dA_prev[i, rows, cols, c] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(2, 7, 7, 2)
dA = np.random.randn(2, 3, 3, 2)
cache = (A_prev, {"stride": 2, "f": 3})
print(pool_backward(dA, cache, mode="max")[0, :, :, 0])
print(pool_backward(dA, cache, mode="average")[0, :, :, 0])
