import numpy as np

def pool_backward(dA, cache, mode="max"):
    (A_prev, hparameters) = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)

    def spread(value):
        return np.full((f, f), value / f)

    def mask_of(window):
        return window == np.max(window)

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    top, left = h * stride, w * stride
                    grad = dA[i, h, w, c]
                    target = dA_prev[i, top:top + f, left:left + f, c]
                    if mode == "max" or "Max":
                        target += mask_of(a_prev[top:top + f, left:left + f, c]) * grad
                    else:
                        target += spread(grad)
    assert dA_prev.shape == A_prev.shape
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
dA = np.random.randn(5, 4, 2, 2)
print(pool_backward(dA, (A_prev, {"stride": 1, "f": 2}), mode="max")[1, 1])
print(pool_backward(dA, (A_prev, {"stride": 1, "f": 2}), mode="average")[1, 1])
