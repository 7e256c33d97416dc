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
    mask = np.abs(x) == np.max(np.abs(x))
    return mask

def distribute_value(dz, shape):
    return dz / (shape[0] * shape[1]) * np.ones(shape)

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros_like(A_prev)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    v, g = h * stride, w * stride
                    if mode == "max":
                        mask = create_mask_from_window(A_prev[i, v:v+f, g:g+f, c])
                        dA_prev[i, v:v+f, g:g+f, c] += mask * dA[i, h, w, c]
                    else:
                        dA_prev[i, v:v+f, g:g+f, c] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev

np.random.seed(1)
x = np.random.randn(2, 3)
print('x = ', x)
print("mask = ", create_mask_from_window(x))
A, cache = pool_forward(np.random.randn(5, 5, 3, 2), {"stride": 1, "f": 2})
print(pool_backward(np.random.randn(5, 4, 2, 2), cache)[1, 1])
