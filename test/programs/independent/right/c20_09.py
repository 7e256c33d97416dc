import numpy as np

def mask_of_max(x):
    # not (every entry that some other entry beats)  <=>  the maximum
    return ~(x < x.max())

def distribute_value(dz, shape):
    n_H, n_W = shape
    return dz * np.full(shape, 1.0 / n_W) / n_H

def route(a, dz, mode):
    return mask_of_max(a) * dz if mode == "max" else distribute_value(dz, a.shape)

np.random.seed(1)
x = np.random.randn(2, 3)
print("x =", x)
print("mask =", mask_of_max(x))
print("distributed value =", distribute_value(2, (2, 2)))
print(route(x, 5.0, "max"))
print(route(x, 6.0, "average"))
