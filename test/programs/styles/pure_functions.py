import numpy as np


def create_mask_from_window(x):
    mask = np.zeros(x.shape, dtype=bool)
    biggest = np.max(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            mask[i, j] = x[i, j] == biggest
    return mask


def distribute_value(dz, shape):
    n_H, n_W = shape
    a = np.zeros(shape)
    a[:] = dz / (n_H * n_W)
    return a


np.random.seed(1)
x = np.random.randn(2, 3)
mask = create_mask_from_window(x)
a = distribute_value(2, (2, 2))
