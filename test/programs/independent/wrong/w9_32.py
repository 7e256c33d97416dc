import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    def corners(h, w):
        vert_start = h * stride
        vert_end = vert_start + f
        horiz_start = w * stride
        horiz_end = vert_start + f
        return vert_start, vert_end, horiz_start, horiz_end

    reduce = {"max": np.max, "average": np.mean}[mode]
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                v0, v1, h0, h1 = corners(h, w)
                for c in range(n_C_prev):
                    A[i, h, w, c] = reduce(A_prev[i, v0:v1, h0:h1, c])
    cache = (A_prev, hparameters)
    return A, cache

np.random.seed(1)
A_prev = np.random.randn(2, 5, 5, 3)
A, cache = pool_forward(A_prev, {"stride": 1, "f": 3})
print("A.shape = " + str(A.shape))
print("A[1, 1] =\n", A[1, 1])
A, cache = pool_forward(A_prev, {"stride": 2, "f": 3}, mode="average")
print("A[1, 1] =\n", A[1, 1])
