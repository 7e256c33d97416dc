import numpy as np

def create_mask_from_window(x):
    mask = np.zeros(x.shape, dtype=bool)
    biggest = x.max()
    for r in range(x.shape[0]):
        for c in range(x.shape[1]):
            if x[r, c] == biggest:
                mask[r, c] = True
    return mask

print(create_mask_from_window(np.array([[1.0, 5.0], [3.0, 2.0]])))
