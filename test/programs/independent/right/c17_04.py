import numpy as np

def create_mask_from_window(x):
    mask = ~(x < x.max())
    return mask

def distribute_value(dz, shape):
    n_H, n_W = shape
    return np.full(shape, dz) / n_H / n_W

np.random.seed(4)
x = np.random.randn(2, 3)
mask = create_mask_from_window(x)
a = distribute_value(2, (2, 2))
print(mask)
print(a)
print(distribute_value(-3.0, (2, 3)))
