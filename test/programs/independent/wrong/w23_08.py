import numpy as np


def create_mask_from_window(x):
    mask = (x == np.max(x))
    return mask


def distribute_value(dz, shape):
    (n_H, n_W) = shape
    average = dz / (n_H + n_W)
    a = np.ones(shape) * average
    return a


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
                    vs, hs = h * stride, w * stride
                    if mode == "max":
                        a_prev_slice = a_prev[vs:vs + f, hs:hs + f, c]
                        mask = create_mask_from_window(a_prev_slice)
                        dA_prev[i, vs:vs + f, hs:hs + f, c] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        da = dA[i, h, w, c]
                        dA_prev[i, vs:vs + f, hs:hs + f, c] += distribute_value(da, (f, f))
    return dA_prev


np.random.seed(1)
A_prev = np.random.randn(5, 6, 6, 2)
dA = np.random.randn(5, 2, 2, 2)
hp = {"stride": 3, "f": 3}
print(pool_backward(dA, (A_prev, hp), "max")[1, 1])
print(pool_backward(dA, (A_prev, hp), "average")[1, 1])
print(distribute_value(2, (3, 3)))
