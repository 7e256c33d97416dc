import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    (m, n_H_prev, n_W_prev, n_C) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    piece = A_prev[i, stride * h:stride * h + f, stride * w:stride * w + f, c]
                    A[i, h, w, c] = {"max": np.max, "average": np.mean}[mode](piece)
    return A, (A_prev, hparameters)

def create_mask_from_window(x):
    return x == np.max(x)

def distribute_value(dz, shape):
    (n_H, n_W) = shape
    return np.ones(shape) * (dz / (n_H * n_W))

def pool_backward(dA, cache, mode="max"):
    (A_prev, hparameters) = cache
    stride, f = hparameters["stride"], hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    v, q = h * stride, w * stride
                    if mode == "max":
                        mask = create_mask_from_window(a_prev[v:v + f, q:q + f, c])
                        dA_prev[i, v:v + f, q:q + f, c] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        dA_prev[i, v:v + f, q:q + f, c] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
A, cache = pool_forward(A_prev, {"stride": 1, "f": 2})
dA = np.random.randn(5, 4, 2, 2)
print(pool_backward(dA, cache, mode="max")[1, 1])
print(pool_backward(dA, cache, mode="average")[1, 1])
