import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    m, H, W, C = A_prev.shape
    n_H, n_W = (H - f)//s + 1, (W - f)//s + 1
    A = np.zeros((m, n_H, n_W, C))
    for c in range(C):
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    vert_start, horiz_start = h*s, w*s
                    block = A_prev[i, vert_start:vert_start+f, horiz_start:horiz_start+f, c]
                    A[i, h, w, c] = block.max() if mode == "max" else block.sum() / block.size
    return A, (A_prev, hparameters)

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, s = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros(A_prev.shape)
    for (i, h, w, c), g in np.ndenumerate(dA):
        target = dA_prev[i, h*s:h*s+f, w*s:w*s+f, c]     # a view
        if mode == "max":
            window = A_prev[i, h*s:h*s+f, w*s:w*s+f, c]
            target[window == window.max()] += g
        elif mode == "average":
            target += g / (f * f)
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
A, cache = pool_forward(A_prev, {"stride": 1, "f": 2})
dA = np.random.randn(5, 4, 2, 2)
print(pool_backward(dA, cache)[1, 1])
print(pool_backward(dA, cache, "average")[1, 1])
