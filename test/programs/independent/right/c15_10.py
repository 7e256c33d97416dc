import numpy as np

def create_mask_from_window(x):
    mask = ~(x < x.max())
    return mask

np.random.seed(1)
x = np.random.randn(2, 3)
print(x)
print(create_mask_from_window(x))
