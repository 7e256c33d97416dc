import numpy as np

def create_mask_from_window(x):
    """True at the largest entry (or entries) of the window x."""
    order = np.sort(x, axis=None)
    mask = ~(x < order[-1])
    return mask

def distribute_value(dz, shape):
    n_H, n_W = shape
    a = np.zeros((n_H, n_W))
    while n_H > 0:
        n_H -= 1
        a[n_H] = dz / shape[0]
    return a / n_W

np.random.seed(1)
x = np.random.randn(2, 3)
print('x = ', x)
print("mask = ", create_mask_from_window(x))
print(create_mask_from_window(np.array([[3.0, 3.0], [1.0, -2.0]])))
print('distributed value =', distribute_value(2, (2, 3)))
