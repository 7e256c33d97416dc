import numpy as np

def create_mask_from_window(x):
    """
    Creates a mask from an input matrix x, to identify the max entry of x.
    """
    mask = x == np.max(x, axis=0)
    return mask

np.random.seed(1)
x = np.random.randn(2, 3)
mask = create_mask_from_window(x)
print('x = ', x)
print("mask = ", mask)

def distribute_value(dz, shape):
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    return np.full(shape, average)

print('distributed value =', distribute_value(2, (2, 2)))

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    v0, v1 = h*stride, h*stride + f
                    h0, h1 = w*stride, w*stride + f
                    if mode == "max":
                        mask = create_mask_from_window(a_prev[v0:v1, h0:h1, c])
                        dA_prev[i, v0:v1, h0:h1, c] += mask * dA[i, h, w, c]
                    else:
                        dA_prev[i, v0:v1, h0:h1, c] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
dA = np.random.randn(5, 4, 2, 2)
dA_prev = pool_backward(dA, (A_prev, {"stride": 1, "f": 2}), mode="max")
print("mode = max")
print('dA_prev[1,1] = ', dA_prev[1, 1])
