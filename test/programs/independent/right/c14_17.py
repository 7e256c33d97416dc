import numpy as np

def create_mask_from_window(x):
    """True at the first maximum only (row-major order), so that ties are not counted twice."""
    mask = np.zeros(x.shape, dtype=bool)
    mask[divmod(int(np.argmax(x)), x.shape[1])] = True
    return mask

def distribute_value(dz, shape):
    (n_H, n_W) = shape
    average = dz / n_H / n_W
    return average + np.zeros(shape)

def pool_backward(dA, cache, mode="max"):
    (A_prev, hparameters) = cache
    stride, f = hparameters["stride"], hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    rows = slice(h * stride, h * stride + f)
                    cols = slice(w * stride, w * stride + f)
                    if mode == "max":
                        mask = create_mask_from_window(A_prev[i, rows, cols, c])
                        dA_prev[i, rows, cols, c] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        dA_prev[i, rows, cols, c] += distribute_value(dA[i, h, w, c], (f, f))
    assert dA_prev.shape == A_prev.shape
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
dA = np.random.randn(5, 4, 2, 2)
cache = (A_prev, {"stride": 1, "f": 2})
print("mode = max, mean of dA =", np.mean(dA))
print(pool_backward(dA, cache, mode="max")[1, 1])
print(pool_backward(dA, cache, mode="average")[1, 1])
