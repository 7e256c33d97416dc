import numpy as np

def create_mask_from_window(x):
    return x == np.amax(x)

def distribute_value(dz, shape):
    (n_H, n_W) = shape
    average = dz / np.prod(shape)
    return average * np.ones((n_H, n_W))

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    stride, f = hparameters["stride"], hparameters["f"]
    dA_prev = np.zeros_like(A_prev)
    for (i, h, w, c), da in np.ndenumerate(dA):
        vert = slice(h * stride, h * stride + f)
        horiz = slice(w * stride, w * stride + f)
        if mode == "max":
            mask = create_mask_from_window(A_prev[i, vert, horiz, c])
            dA_prev[i, vert, horiz, c] += mask * da
        else:
            dA_prev[i, vert, horiz, c] += distribute_value(da, (f, f))
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
cache = (A_prev, {"stride": 1, "f": 2})
dA = np.random.randn(5, 4, 2, 2)
dA_prev1 = pool_backward(dA, cache, mode="max")
print("mode = max")
print('dA_prev1[1,1] = ', dA_prev1[1, 1])
dA_prev2 = pool_backward(dA, cache, mode="average")
print("mode = average")
print('dA_prev2[1,1] = ', dA_prev2[1, 1])
