import numpy as np

def create_mask_from_window(x):
    """Only the first maximum is marked (ties broken in reading order)."""
    mask = np.zeros(x.size, dtype=bool)
    mask[np.argmax(x)] = True
    return mask.reshape(x.shape)

np.random.seed(1)
x = np.random.randn(2, 3)
mask = create_mask_from_window(x)
print('x = ', x)
print("mask = ", mask)
print(create_mask_from_window(np.array([[1.0, 4.0], [4.0, 2.0]])))
