import numpy as np

def distribute_value(dz, shape):
    n_H, n_W = shape
    a = np.outer(np.full(n_H, 1.0 / n_H), np.full(n_W, dz / n_W))
    return a

a = distribute_value(2, (2, 2))
print('distributed value =', a)
print(distribute_value(3.0, (2, 5)))
