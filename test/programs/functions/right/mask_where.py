import numpy as np

def create_mask_from_window(x):
    return np.where(x >= np.amax(x), 1, 0)

print(create_mask_from_window(np.array([[1.0, 5.0], [3.0, 2.0]])))
