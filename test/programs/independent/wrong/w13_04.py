import numpy as np

def distribute_value(dz, shape):
    """
    Distributes the input value in the matrix of dimension shape

    Arguments:
    dz -- input scalar
    shape -- the shape (n_H, n_W) of the output matrix

    Returns:
    a -- Array of size (n_H, n_W) for which we distributed the value of dz
    """
    (n_H, n_W) = shape
    average = dz / (n_H ** 2)
    a = np.ones(shape) * average
    return a

a = distribute_value(2, (2, 2))
print('distributed value =', a)
print(distribute_value(6.0, (2, 3)))
