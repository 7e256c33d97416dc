import numpy as np


def conv_single_step(a_slice_prev, W, b):
    """
    Apply one filter W to a single slice of the previous activations.

    Arguments:
    a_slice_prev -- slice of input data of shape (f, f, n_C_prev)
    W -- weights, shape (f, f, n_C_prev)
    b -- bias, shape (1, 1, 1)

    Returns:
    Z -- a scalar
    """
    s = a_slice_prev * W
    Z = np.sum(s + b)
    return Z


rng = np.random.RandomState(1)
a = rng.randn(4, 4, 3)
W = rng.randn(4, 4, 3)
b = rng.randn(1, 1, 1)
print("Z =", conv_single_step(a, W, b))
