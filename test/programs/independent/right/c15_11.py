import numpy as np

def distribute_value(dz, shape):
    n_H, n_W = shape
    return np.ones(shape) * dz / n_H / n_W

a = distribute_value(2, (2, 3))
print(a, a.sum())
