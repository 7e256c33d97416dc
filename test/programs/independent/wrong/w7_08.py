import numpy as np

def create_mask_from_window(x):
    mask = (x == x.max())
    return mask

def distribute_value(dz, shape):
    n_H, n_W = shape
    return np.full(shape, dz / (n_H * n_W))

def pool_backward(dA, cache, mode="max"):
    """ backward pass of the pooling layer """
    A_prev, hparameters = cache
    stride = hparameters["stride"]; f = hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros_like(A_prev)

    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                # find the corners of the current "slice"
                vert_start = h * stride
                vert_end = vert_start + stride
                horiz_start = w * stride
                horiz_end = horiz_start + f
                for c in range(n_C):
                    a_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += create_mask_from_window(a_slice) * dA[i, h, w, c]
                    elif mode == "average":
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(dA[i, h, w, c], a_slice.shape)
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(2, 5, 7, 2)
hparameters = {"stride": 2, "f": 3}
dA = np.random.randn(2, 2, 3, 2)
print("mode = average")
dA_prev = pool_backward(dA, (A_prev, hparameters), mode="average")
print(dA_prev[1, :, :, 1])
print("mode = max")
print(pool_backward(dA, (A_prev, hparameters))[1, :, :, 1])
