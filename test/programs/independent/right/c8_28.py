import numpy as np

def create_mask_from_window(x):
    """True only at the first maximum (row-major), like argmax."""
    mask = np.zeros(x.shape, dtype=bool)
    best = None
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            if best is None or x[best] < x[i, j]:
                best = (i, j)
    mask[best] = True
    return mask

def distribute_value(dz, shape):
    out = np.empty(shape)
    out[...] = dz / out.size
    return out

x = np.array([[-3.0, -1.5, -2.0], [-4.0, -0.5, -7.0]])
print(create_mask_from_window(x))
print(create_mask_from_window(np.array([[2, 1], [2, 0]])))
print(distribute_value(6, (3, 4)))
