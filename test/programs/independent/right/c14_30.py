import numpy as np

def pool_forward(A_prev, hparameters, mode = "max"):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    n_C = n_C_prev
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        vert_start = stride * h
        vert_end = vert_start + f
        for w in range(n_W):
            horiz_start = stride * w
            horiz_end = horiz_start + f
            for c in range (n_C):
                for i in range(m):
                    a_prev_slice = A_prev[i][vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = sorted(a_prev_slice.flatten())[-1]
                    elif mode == "average":
                        A[i, h, w, c] = np.median([np.mean(a_prev_slice)])
    cache = (A_prev, hparameters)
    assert(A.shape == (m, n_H, n_W, n_C))
    return A, cache

np.random.seed(1)
A_prev = np.random.randn(2, 5, 6, 3)
A, cache = pool_forward(A_prev, {"stride": 1, "f": 3})
print("mode = max, A.shape =", A.shape)
A, cache = pool_forward(A_prev, {"stride": 2, "f": 2}, mode = "average")
print("mode = average, A =\n", A[0])
