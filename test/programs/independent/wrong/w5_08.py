import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]
    n_H = int(np.ceil((n_H_prev - f) / stride)) + 1
    n_W = int(np.floor((n_W_prev - f) / stride)) + 1
    A = np.zeros((m, n_H, n_W, n_C))
    pool = np.max if mode == "max" else np.mean
    for h in range(n_H):
        for w in range(n_W):
            window = A_prev[:, h*stride:h*stride+f, w*stride:w*stride+f, :]
            A[:, h, w, :] = pool(window, axis=(1, 2))
    cache = (A_prev, hparameters)
    return A, cache

np.random.seed(1)
A_prev = np.random.randn(2, 6, 7, 3)
A, cache = pool_forward(A_prev, {"stride": 2, "f": 3})
print("A.shape =", A.shape)
print(A[0, :, :, 0])
