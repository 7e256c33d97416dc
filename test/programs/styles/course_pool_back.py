import numpy as np


def create_mask_from_window(x):
    largest = x.max()
    return x == largest


def distribute_value(dz, shape):
    rows, cols = shape
    share = dz / (rows * cols)
    return np.full((rows, cols), share)


def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    stride, f = hparameters["stride"], hparameters["f"]
    dA_prev = np.zeros(A_prev.shape)
    m, n_H, n_W, n_C = dA.shape
    for i, image in enumerate(A_prev):
        for h in range(n_H):
            top = stride * h
            bottom = top + f
            for w in range(n_W):
                left = stride * w
                right = left + f
                for c in range(n_C):
                    if mode == "max":
                        mask = create_mask_from_window(image[top:bottom, left:right, c])
                        dA_prev[i, top:bottom, left:right, c] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        dA_prev[i, top:bottom, left:right, c] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev
