import numpy as np

def pool_backward(dA, cache, mode = "max"):
    (A_prev, hparameters) = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    if mode == "max":
                        a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                        mask = a_prev_slice == np.max(a_prev_slice)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, w, h, c]
                    elif mode == "average":
                        average = dA[i, h, w, c] / f
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += np.ones((f, f)) * average
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(2, 5, 5, 2)
hparameters = {"stride": 1, "f": 2}
dA = np.random.randn(2, 4, 4, 2)
print(pool_backward(dA, (A_prev, hparameters), mode = "max")[1, 1])
print(pool_backward(dA, (A_prev, hparameters), mode = "average")[1, 1])
