import numpy as np

def distribute_value(dz, shape):
    n_H, n_W = shape
    a = np.full((n_H, n_W), dz)
    a = a / n_W
    a = a / n_H
    return a

print(distribute_value(6.0, (2, 3)))
print(distribute_value(5, (1, 4)))
