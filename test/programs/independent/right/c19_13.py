import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))
    for h in range(n_H):
        vert_start = n_H_prev - (n_H_prev - h * stride)
        for w in range(n_W):
            horiz_start = w * stride
            block = A_prev[:, vert_start:vert_start + f, horiz_start:horiz_start + f, :]
            if mode == "max":
                A[:, h, w, :] = block.max(axis=2).max(axis=1)
            else:
                A[:, h, w, :] = block.mean(axis=1).mean(axis=1)
    return A, (A_prev, hparameters)

np.random.seed(1)
A_prev = np.random.randn(2, 5, 7, 3)
A, cache = pool_forward(A_prev, {"stride": 2, "f": 3})
print("mode = max", A.shape)
B, cache = pool_forward(A_prev, {"stride": 1, "f": 3}, mode="average")
print("mode = average", B[1, 1])
