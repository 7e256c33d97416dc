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
                    vs, ve = h * stride, h * stride + f
                    hs, he = w * stride, w * stride + f
                    a_prev_slice = A_prev[i, vs:ve, hs:he, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)
    cache = (A_prev, hparameters)
    return A, cache

def create_mask_from_window(x):
    mask = (x == np.max(x))
    return mask

def distribute_value(dz, shape):
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    a = np.ones(shape) * average
    return a

def pool_backward(dA, cache, mode = "max"):
    A_prev, hparameters = cache
    f, s = hparameters['f'], hparameters['stride']
    dA_prev = np.zeros_like(A_prev)
    m, n_H, n_W, n_C = dA.shape
    for i, h, w, c in np.ndindex(m, n_H, n_W, n_C):
        rows = slice(h * s, h * s + f)
        cols = slice(w * s, w * s + f)
        if mode == "max":
            mask = create_mask_from_window(A_prev[i, rows, cols, c])
            dA_prev[i, rows, cols, c] += mask * dA[i, h, w, c]
        else:
            dA_prev[i, rows, cols, c] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
A, cache = pool_forward(A_prev, {"stride" : 1, "f": 2})
dA = np.random.randn(5, 4, 2, 2)
for mode in ("max", "average"):
    print("mode =", mode)
    print(pool_backward(dA, cache, mode)[1,1])
