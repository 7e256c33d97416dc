import numpy as np


def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros_like(A_prev)
    m, n_H, n_W, n_C = dA.shape
    for h in range(n_H):
        for w in range(n_W):
            h0, w0 = h * stride, w * stride
            if mode == "max":
                for i in range(m):
                    for c in range(n_C):
                        block = A_prev[i, h0:h0 + f, w0:w0 + f, c]
                        mask = (block == block.max()).astype(float)
                        dA_prev[i, h0:h0 + f, w0:w0 + f, c] += mask * dA[i, h, w, c]
            elif mode == "average":
                spread = dA[:, h, w, :] / (f * f)
                dA_prev[:, h0:h0 + f, w0:w0 + f, :] += spread[:, None, None, :]
    return dA_prev


np.random.seed(1)
A_prev = np.random.randn(4, 5, 4, 2)
dA = np.random.randn(4, 4, 3, 2)
dA_prev = pool_backward(dA, (A_prev, {"f": 2, "stride": 1}))
