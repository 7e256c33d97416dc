import numpy as np

def create_mask_from_window(x):
    """True at the first maximum only (ties are resolved in reading order)."""
    mask = np.zeros(x.size, dtype=bool)
    mask[x.argmax()] = True
    return mask.reshape(x.shape)

def distribute_value(dz, shape):
    return np.ones(shape) / np.prod(shape) * dz

x = np.array([[1.0, 7.0, 2.0], [7.0, 0.0, 3.0]])
print(create_mask_from_window(x))
print(distribute_value(6, (2, 3)))
