import numpy as np

def pool_backward(dA, cache, mode="max"):
    """dA_prev of a pooling layer, channels last."""
    A_prev, hp = cache
    stride, f = hp["stride"], hp["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros_like(A_prev)
    if mode == "average":
        dA = dA / f ** 2
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    y, x = h * stride, w * stride
                    if mode == "max":
                        win = A_prev[i, y:y + f, x:x + f, c]
                        k = int(np.argmax(win))
                        dA_prev[i, y + k // f, x + k % f, c] += dA[i, h, w, c]
                    elif mode == "average":
                        dA_prev[i, y:y + f, x:x + f, c] += dA[i, h, w, c]
    return dA_prev

np.random.seed(14)
A_prev = np.random.randn(2, 5, 6, 2)
cache = (A_prev, {"stride": 1, "f": 2})
dA = np.random.randn(2, 4, 5, 2)
dmax = pool_backward(dA, cache)
davg = pool_backward(dA, cache, "average")
print(dmax[0, 1], davg[0, 1])
