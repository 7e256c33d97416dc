import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = 1 + (n_H_prev - f) // stride
    n_W = 1 + (n_W_prev - f) // stride
    A = np.zeros((m, n_H, n_W, n_C_prev))
    op = {"max": np.max, "average": np.mean}[mode]
    for h in range(n_H):
        for w in range(n_W):
            vs, hs = h * stride, w * stride
            # all examples and channels at once
            A[:, h, w, :] = op(A_prev[:, vs:vs + f, hs:hs + f, :], axis=(1, 2))
    cache = (A_prev, hparameters)
    return A, cache

np.random.seed(1)
A_prev = np.random.randn(2, 5, 5, 3)
A, cache = pool_forward(A_prev, {"stride": 1, "f": 3})
print("mode = max")
print("A.shape = " + str(A.shape))
print("A[1, 1] =\n", A[1, 1])
A, cache = pool_forward(A_prev, {"stride": 2, "f": 3}, mode="average")
print("mode = average")
print("A[0] =\n", A[0])
