import numpy as np

def distribute_value(dz, shape):
    # every cell of the window gets the same share of dz
    average = dz / np.sum(shape)
    a = np.full(shape, average)
    return a

def avg_pool_backward(dA, cache):
    A_prev, hparameters = cache
    stride, f = hparameters["stride"], hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros_like(A_prev)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    top, left = h * stride, w * stride
                    dA_prev[i, top:top + f, left:left + f, c] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev

np.random.seed(1)
print(distribute_value(6.0, (2, 4)))
A_prev = np.random.randn(3, 6, 7, 2)
dA = np.random.randn(3, 2, 3, 2)
print(avg_pool_backward(dA, (A_prev, {"stride": 2, "f": 3}))[0, :, :, 0])
