import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    A = np.zeros((m, n_H, n_W, n_C))
    reduce = np.max if mode == "max" else np.mean
    for i in range(m):
        for c in range(n_C):
            row = 0
            while row < n_H:
                for col in range(n_W):
                    top, left = row * stride, col * stride
                    A[i, row, col, c] = reduce(A_prev[i, top:top + f, left:left + f, c])
                row += 1
    return A, (A_prev, hparameters)

np.random.seed(1)
A_prev = np.random.randn(2, 5, 5, 3)
hparameters = {"stride": 1, "f": 3}
A, cache = pool_forward(A_prev, hparameters)
print("mode = max")
print("A =", A)
A, cache = pool_forward(A_prev, hparameters, mode="average")
print("mode = average")
print("A =", A)
