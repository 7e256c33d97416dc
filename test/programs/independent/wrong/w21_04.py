import numpy as np

def distribute_value(dz, shape):
    """Spreads dz evenly over a matrix of the given shape."""
    (n_H, n_W) = shape
    average = dz / (n_H + n_W)
    a = average * np.ones(shape)
    return a

print('distributed value =', distribute_value(2, (3, 2)))
print('distributed value =', distribute_value(1.5, (2, 2)))
