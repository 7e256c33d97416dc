import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]
    n_H = 1 + (n_H_prev - f) / stride
    n_W = 1 + (n_W_prev - f) / stride
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            block = A_prev[:, h*stride:h*stride+f, w*stride:w*stride+f, :]
            A[:, h, w, :] = block.max(axis=(1, 2)) if mode == "average" else block.mean(axis=(1, 2))
    return A

np.random.seed(19)
A_prev = np.random.randn(2, 5, 5, 3)
A_max = pool_forward(A_prev, {"f": 3, "stride": 2})
A_avg = pool_forward(A_prev, {"f": 3, "stride": 2}, mode="average")
print(A_max.shape, A_avg.shape)
