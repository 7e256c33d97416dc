import numpy as np


def pool_backward(dA, cache, mode="max"):
    (A_prev, hparameters) = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    (m, n_H, n_W, n_C) = dA.shape
    dA_prev = np.zeros_like(A_prev)
    for h in range(n_H):
        for w in range(n_W):
            rows = slice(h * stride, h * stride + f)
            cols = slice(w * stride, w * stride + f)
            grad = dA[:, h, w, :].reshape(m, 1, 1, n_C)
            if mode == "max":
                block = A_prev[:, rows, cols, :]
                top = block.max(axis=(1, 2), keepdims=True)
                dA_prev[:, rows, cols, :] += np.where(block == top, grad, 0)
            else:
                dA_prev[:, rows, cols, :] += np.ones((1, f, f, 1)) * grad / f ** 2
    return dA_prev


np.random.seed(1)
A_prev = np.random.randn(5, 5, 4, 2)
dA = np.random.randn(5, 4, 3, 2)
dA_prev = pool_backward(dA, (A_prev, {"stride": 1, "f": 2}))
