import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    n_C = n_C_prev
    A = np.zeros((m, n_H, n_W, n_C))
    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    patch = a_prev[h*stride:h*stride + f, w*stride:w*stride + f, c]
                    if mode == "max" or "maximum":
                        A[i, h, w, c] = np.max(patch)
                    else:
                        A[i, h, w, c] = np.mean(patch)
    cache = (A_prev, hparameters)
    return A, cache

np.random.seed(1)
A_prev = np.random.randn(2, 5, 5, 3)
hparameters = {"stride": 1, "f": 3}

A, cache = pool_forward(A_prev, hparameters, mode="max")
print("mode = max")
print(A.shape, A[1, 1])
A, cache = pool_forward(A_prev, hparameters, mode="average")
print("mode = average")
print(A.shape, A[1, 1])
