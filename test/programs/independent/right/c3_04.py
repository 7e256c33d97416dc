import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    A = np.zeros((m, n_H, n_W, n_C_prev))
    fn = {"max": np.max, "average": np.mean}[mode]
    vert_start = 0
    for h in range(n_H):
        horiz_start = 0
        for w in range(n_W):
            # every example and channel at once
            A[:, h, w, :] = fn(A_prev[:, vert_start:vert_start + f, horiz_start:horiz_start + f, :], axis=(1, 2))
            horiz_start += stride
        vert_start += stride
    return A, (A_prev, hparameters)

np.random.seed(1)
A_prev = np.random.randn(2, 4, 4, 3)
hparameters = {"stride": 2, "f": 3}
A, cache = pool_forward(A_prev, hparameters)
print("mode = max\nA =", A)
A, cache = pool_forward(A_prev, hparameters, mode="average")
print("mode = average\nA =", A)
