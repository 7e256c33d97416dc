import numpy as np

def create_mask_from_window(x):
    """Boolean mask of the maximum; among equal maxima the first (row-wise) is chosen, like argmax does."""
    flach = x.flatten()
    reihenfolge = np.argsort(-flach, kind="stable")
    maske = np.zeros(flach.size, dtype=bool)
    maske[reihenfolge[0]] = True
    return maske.reshape(x.shape)

np.random.seed(1)
x = np.random.randn(2, 3)
print('x = ', x)
print("mask = ", create_mask_from_window(x))
print(create_mask_from_window(np.array([[2.0, 7.0], [7.0, -7.0]])))
