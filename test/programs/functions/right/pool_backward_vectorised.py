import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    m, H, W, C = A_prev.shape
    n_H, n_W = (H - f) // s + 1, (W - f) // s + 1
    A = np.zeros((m, n_H, n_W, C))
    for h in range(n_H):
        for w in range(n_W):
            window = A_prev[:, h * s:h * s + f, w * s:w * s + f, :]
            A[:, h, w, :] = window.max(axis=(1, 2)) if mode == "max" else window.mean(axis=(1, 2))
    return A, (A_prev, hparameters)


def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, s = hparameters["f"], hparameters["stride"]
    m, n_H, n_W, C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for h in range(n_H):
        for w in range(n_W):
            view = np.s_[:, h * s:h * s + f, w * s:w * s + f, :]
            g = dA[:, h:h + 1, w:w + 1, :]
            if mode == "max":
                window = A_prev[view]
                dA_prev[view] += (window == window.max(axis=(1, 2), keepdims=True)) * g
            else:
                dA_prev[view] += g / (f * f)
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
hparameters = {"stride": 1, "f": 2}
A, cache = pool_forward(A_prev, hparameters)
dA = np.random.randn(5, 4, 2, 2)
dA_prev = pool_backward(dA, cache, mode="max")
print("mode = max")
print("dA_prev[1,1] = ", dA_prev[1, 1])
dA_prev = pool_backward(dA, cache, mode="average")
print("mode = average")
print("dA_prev[1,1] = ", dA_prev[1, 1])
