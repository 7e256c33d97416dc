import numpy as np

def create_mask_from_window(x):
    """Ties: every maximal entry is True, as in the course."""
    mask = np.logical_not(x < x.max())
    return mask

x = np.array([[1.0, 5.0, 2.0], [5.0, -1.0, 0.0]])
mask = create_mask_from_window(x)
print(mask)
print(create_mask_from_window(-x))
