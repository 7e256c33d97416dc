import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    """Pooling layer (channels last).

    A_prev      -- (m, n_H_prev, n_W_prev, n_C_prev)
    hparameters -- dict with "f" and "stride"
    mode        -- "max" (or "MAX") / "average"
    """
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]

    n_H = 1 + (n_H_prev - f) // stride
    n_W = 1 + (n_H_prev - f) // stride
    n_C = n_C_prev
    A = np.zeros((m, n_H, n_W, n_C))

    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    a_slice = A_prev[i, h * stride:h * stride + f, w * stride:w * stride + f, c]
                    if mode == "max" or "MAX":
                        A[i, h, w, c] = np.max(a_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_slice)

    return A, (A_prev, hparameters)

np.random.seed(1)
A_prev = np.random.randn(2, 5, 8, 3)
hp = {"stride": 1, "f": 3}
A, cache = pool_forward(A_prev, hp)
print("mode = max", A.shape, A[1, 1])
A, cache = pool_forward(A_prev, hp, mode="average")
print("mode = average", A.shape, A[1, 1])
