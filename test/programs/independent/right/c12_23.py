import numpy as np


def create_mask_from_window(x):
    """
    Creates a mask from an input matrix x, to identify the max entry of x.

    Arguments:
    x -- Array of shape (f, f)

    Returns:
    mask -- Array of the same shape as window, contains a True at the position corresponding to the max entry of x.
    """
    mask = ~(x < x.max())
    return mask


def distribute_value(dz, shape):
    """
    Distributes the input value in the matrix of dimension shape
    """
    n_H, n_W = shape
    a = np.empty(shape)
    a.fill(dz)
    a /= n_W
    a /= n_H
    return a


np.random.seed(1)
x = np.random.randn(2, 3)
mask = create_mask_from_window(x)
print('x = ', x)
print("mask = ", mask)
a = distribute_value(2, (2, 2))
print('distributed value =', a)
