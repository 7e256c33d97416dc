import numpy as np

def distribute_value(dz, shape):
    n_H, n_W = shape
    return np.ones(shape) * dz / (n_H * n_W)

def create_mask_from_window(x):
    return x == np.max(x)

def pool_backward(dA, cache, mode="max"):
    (A_prev, hparameters) = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    top, left = h * stride, w * stride
                    if mode == "max":
                        a_prev_slice = a_prev[top:top + f, left:left + f, c]
                        mask = create_mask_from_window(a_prev_slice)
                        dA_prev[i, top:top + f, left:left + f, c] += mask * np.max(dA[i, h, w])
                    elif mode == "average":
                        da = dA[i, h, w, 0]
                        dA_prev[i, top:top + f, left:left + f, c] += distribute_value(da, (f, f))
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(3, 5, 4, 2)
cache = (A_prev, {"stride": 1, "f": 2})
dA = np.random.randn(3, 4, 3, 2)
d_max = pool_backward(dA, cache, mode="max")
d_avg = pool_backward(dA, cache, mode="average")
print('mode = max', d_max[1, 1])
print('mode = average', d_avg[1, 1])
