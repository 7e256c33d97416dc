import numpy as np

def distribute_value(dz, shape):
    """Distributes dz evenly: every cell of the (n_H, n_W) window receives dz / (n_H * n_W)."""
    (n_H, n_W) = shape
    a = np.ones(shape)
    a = dz * a / a.sum()
    return a

a = distribute_value(2, (2, 2))
print('distributed value =', a)
print(distribute_value(7.5, (3, 5)))
