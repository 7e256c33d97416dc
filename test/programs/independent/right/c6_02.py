import numpy as np

def create_mask_from_window(x):
    return x == x.max()

def distribute_value(dz, shape):
    (n_H, n_W) = shape
    average = np.prod(shape)
    return np.full(shape, dz / average)

def pool_forward(A_prev, hparameters, mode="max"):
    (m, H, W, C) = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]
    n_H, n_W = int(1 + (H - f) / stride), int(1 + (W - f) / stride)
    A = np.zeros((m, n_H, n_W, C))
    fn = np.max if mode == "max" else np.mean
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(C):
                    A[i, h, w, c] = fn(A_prev[i, h*stride:h*stride+f, w*stride:w*stride+f, c])
    return A, (A_prev, hparameters)

def pool_backward(dA, cache, mode = "max"):
    A_prev, hparameters = cache
    stride, f = hparameters["stride"], hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    rows = slice(h * stride, h * stride + f)
                    cols = slice(w * stride, w * stride + f)
                    if mode == "max":
                        mask = create_mask_from_window(A_prev[i, rows, cols, c])
                        dA_prev[i, rows, cols, c] += np.multiply(mask, dA[i, h, w, c])
                    elif mode == "average":
                        dA_prev[i, rows, cols, c] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
hparameters = {"stride" : 1, "f": 2}
A, cache = pool_forward(A_prev, hparameters)
dA = np.random.randn(5, 4, 2, 2)
for mode in ("max", "average"):
    dA_prev = pool_backward(dA, cache, mode = mode)
    print("mode =", mode)
    print('mean of dA = ', np.mean(dA))
    print('dA_prev[1,1] = ', dA_prev[1,1])
