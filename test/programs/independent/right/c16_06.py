import numpy as np

def distribute_value(dz, shape):
    n_H, n_W = shape
    return np.full((n_W, n_H), dz / n_H / n_W).T

print(distribute_value(2, (2, 2)))
print(distribute_value(-3.0, (3, 4)))
a = distribute_value(6.0, (1, 5))
print(a.sum())
