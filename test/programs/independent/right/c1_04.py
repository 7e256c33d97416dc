import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    # vectorised over examples and channels
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = 1 + (n_H_prev - f) // stride
    n_W = 1 + (n_W_prev - f) // stride
    A = np.empty((m, n_H, n_W, n_C))
    reduce_fn = {"max": np.max, "average": np.mean}[mode]
    for w in range(n_W):
        for h in range(n_H):
            A[:, h, w, :] = reduce_fn(A_prev[:, h*stride:h*stride+f, w*stride:w*stride+f, :], axis=(1, 2))
    cache = (A_prev, hparameters)
    assert A.shape == (m, n_H, n_W, n_C)
    return A, cache

np.random.seed(1)
A_prev = np.random.randn(2, 5, 5, 3)
A, cache = pool_forward(A_prev, {"stride": 2, "f": 3})
print(A)
A, cache = pool_forward(A_prev, {"stride": 2, "f": 3}, mode="average")
print(A)
