import numpy as np


def distribute_value(dz, shape):
    n_H, n_W = shape
    return np.ones(shape) * dz / (n_H * n_W)


def average_pool_backward(dA, A_prev, f, stride):
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros_like(A_prev)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    r, q = h * stride, w * stride
                    da = dA[i, h, w, c] / (f * f)
                    dA_prev[i, r : r + f, q : q + f, c] += distribute_value(da, (f, f))
    return dA_prev
