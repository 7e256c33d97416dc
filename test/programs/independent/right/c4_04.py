import numpy as np
from math import ceil

def pool_forward_ceil(A_prev, hparameters, mode="max"):
    """Pooling in ceil mode: the windows at the bottom/right border may be smaller."""
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = ceil((n_H_prev - f) / stride) + 1
    n_W = ceil((n_W_prev - f) / stride) + 1
    A = np.zeros((m, n_H, n_W, n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start, horiz_start = h * stride, w * stride
                    vert_end = min(vert_start + f, n_H_prev)
                    horiz_end = min(horiz_start + f, n_W_prev)
                    window = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]
                    A[i, h, w, c] = window.max() if mode == "max" else window.mean()
    return A, (A_prev, hparameters)

np.random.seed(2)
A, cache = pool_forward_ceil(np.random.randn(2, 6, 8, 3), {"f": 3, "stride": 2})
print(A.shape)     # (2, 3, 4, 3)
print(A[0, 0])
