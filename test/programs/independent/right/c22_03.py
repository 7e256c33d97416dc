import numpy as np

def create_mask_from_window(x):
    """True where the maximum of x is."""
    return x == x.max()

def distribute_value(dz, shape):
    n_H, n_W = shape
    average = dz / (n_H * n_W)
    return average * np.ones(shape)

def pool_forward(A_prev, hparameters, mode="max"):
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]
    n_H = 1 + (n_H_prev - f) // stride
    n_W = 1 + (n_W_prev - f) // stride
    reducer = {"max": np.max, "average": np.mean}[mode]
    A = np.zeros((m, n_H, n_W, n_C_prev))
    for h in range(n_H):
        for w in range(n_W):
            block = A_prev[:, h * stride:h * stride + f, w * stride:w * stride + f]
            A[:, h, w] = reducer(block, axis=(1, 2))
    return A, (A_prev, hparameters)

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    stride, f = hparameters["stride"], hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        a_prev = A_prev[i]
        for c in range(n_C):
            for h in range(n_H):
                for w in range(n_W):
                    vs, hs = h * stride, w * stride
                    ve, he = vs + f, hs + f
                    if mode == "max":
                        a_slice = a_prev[vs:ve, hs:he, c]
                        mask = create_mask_from_window(a_slice)
                        dA_prev[i, vs:ve, hs:he, c] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        dA_prev[i, vs:ve, hs:he, c] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
A, cache = pool_forward(A_prev, {"stride": 1, "f": 2})
dA = np.random.randn(5, 4, 2, 2)
print("mode = max", pool_backward(dA, cache, mode="max")[1, 1])
print("mode = average", pool_backward(dA, cache, mode="average")[1, 1])
