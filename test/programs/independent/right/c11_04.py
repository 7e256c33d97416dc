import numpy as np

def create_mask_from_window(x):
    """Mask of the maximum; all tied entries are marked."""
    return np.logical_not(x < x.max())

np.random.seed(1)
w = np.random.randn(3, 2)
print(create_mask_from_window(w))
