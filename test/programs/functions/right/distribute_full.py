import numpy as np

def distribute_value(dz, shape):
    return np.full(shape, dz / np.prod(shape))

print(distribute_value(100, (10, 10)))
