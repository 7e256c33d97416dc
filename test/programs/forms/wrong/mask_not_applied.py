import numpy as np


def pool_backward(dA, cache, mode="max"):
    (A_prev, hparameters) = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros_like(A_prev)
    for i in range(m):
        for h in range(n_H):
            v0 = h * stride
            for w in range(n_W):
                h0 = w * stride
                for c in range(n_C):
                    if mode == "max":
                        window = A_prev[i, v0:v0 + f, h0:h0 + f, c]
                        mask = window == np.max(window)
                        dA_prev[i, v0:v0 + f, h0:h0 + f, c] += dA[i, h, w, c]
                    elif mode == "average":
                        dA_prev[i, v0:v0 + f, h0:h0 + f, c] += np.ones((f, f)) * dA[i, h, w, c] / (f * f)
    return dA_prev


np.random.seed(1)
A_prev = np.random.randn(2, 4, 4, 2)
hparameters = {"stride": 1, "f": 2}
dA = np.random.randn(2, 3, 3, 2)
print(pool_backward(dA, (A_prev, hparameters), mode="average")[1, 1])
