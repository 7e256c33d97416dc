import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]

    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    n_C = n_C_prev
    A = np.zeros((m, n_H, n_W, n_C))

    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vs = h * stride
                    hs = w * stride
                    part = A_prev[h, vs:vs + f, hs:hs + f, c]
                    A[i, h, w, c] = np.max(part) if mode == "max" else np.mean(part)

    # Store the input and hparameters in "cache" for pool_backward()
    cache = (A_prev, hparameters)
    return A, cache

np.random.seed(1)
A_prev = np.random.randn(3, 5, 5, 2)
A, cache = pool_forward(A_prev, {"stride" : 2, "f": 2})
print(A[1])
