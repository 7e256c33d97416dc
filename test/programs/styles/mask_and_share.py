import numpy as np

def create_mask_from_window(x):
    biggest = x.max()
    return np.equal(x, biggest)

def distribute_value(dz, shape):
    rows, cols = shape
    cells = rows * cols
    return np.tile(dz / cells, (rows, cols))

mask = create_mask_from_window(np.random.RandomState(1).randn(2, 3))
a = distribute_value(2, (2, 2))
