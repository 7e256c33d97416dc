import numpy as np

def create_mask_from_window(x):
    mask = (x == np.max(np.abs(x)))
    return mask

np.random.seed(3)
x = np.random.randn(2, 3) - 0.8
mask = create_mask_from_window(x)
print('x = ', x)
print('mask = ', mask)
