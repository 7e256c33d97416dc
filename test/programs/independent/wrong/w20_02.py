import itertools
import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]

    n_H = 1 + (n_H_prev - f) // stride
    n_W = 1 + (n_W_prev - f) // stride
    A = np.zeros((m, n_H, n_W, n_C))

    reduce_window = {"max": np.max, "average": np.mean}[mode]
    positions = itertools.product(range(n_H), range(n_W), range(n_C))

    for i in range(m):
        a_prev = A_prev[i]
        for h, w, c in positions:
            vs = h * stride
            hs = w * stride
            A[i, h, w, c] = reduce_window(a_prev[vs:vs + f, hs:hs + f, c])

    cache = (A_prev, hparameters)
    return A, cache

np.random.seed(1)
A_prev = np.random.randn(2, 5, 5, 3)
A, cache = pool_forward(A_prev, {"stride": 1, "f": 3})
print("max:", A.shape, A[1, 1])
A, cache = pool_forward(A_prev, {"stride": 2, "f": 3}, mode="average")
print("average:", A.shape, A[1, 1])
