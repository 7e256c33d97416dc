import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]

    n_H = (n_H_prev - f) // stride + 1
    n_W = int(round((n_W_prev - f) / stride)) + 1
    A = np.zeros((m, n_H, n_W, n_C))

    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                top, left = h * stride, w * stride
                window = A_prev[i, top:top + f, left:left + f]
                for c in range(n_C):
                    if mode == "max" or "Max":
                        A[i, h, w, c] = np.max(window[..., c])
                    else:
                        A[i, h, w, c] = np.mean(window[..., c])
    return A, (A_prev, hparameters)


np.random.seed(3)
A_prev = np.random.randn(2, 6, 5, 3)
for mode in ("max", "average"):
    A, cache = pool_forward(A_prev, {"f": 2, "stride": 2}, mode)
    print(mode, A.shape, A.sum())
