import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]
    n_H = int((n_H_prev - f) / stride) + 1
    n_W = int((n_W_prev - f) / stride) + 1

    def bounds(position):
        start = position * stride
        return start, start + f

    if mode == "max":
        collapse = lambda window: np.max(window, axis=(0, 1))
    else:
        collapse = lambda window: np.average(window, axis=(0, 1))

    A = np.zeros((m, n_H, n_W, n_C))
    for example in range(m):
        for row in range(n_H):
            y0, y1 = bounds(row)
            for col in range(n_W):
                x0, x1 = bounds(col)
                A[example, row, col] = collapse(A_prev[example, y0:y1, x0:x1])
    cache = (A_prev, hparameters)
    return A, cache


np.random.seed(1)
A_prev = np.random.randn(2, 5, 7, 3)
A, cache = pool_forward(A_prev, {"stride": 1, "f": 3})
