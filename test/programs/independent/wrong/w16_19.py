import numpy as np

# GRADED FUNCTION: conv_single_step
def conv_single_step(a_slice_prev, W, b):
    """
    Apply one filter defined by parameters W on a single slice (a_slice_prev).

    Arguments:
    a_slice_prev -- slice of input data of shape (f, f, n_C_prev)
    W -- Weight parameters, matrix of shape (f, f, n_C_prev)
    b -- Bias parameters, matrix of shape (1, 1, 1)

    Returns:
    Z -- a scalar value
    """
    s = np.multiply(a_slice_prev, W) + b
    Z = np.sum(s)
    return Z

np.random.seed(1)
a_slice_prev = np.random.randn(4, 4, 3)
W = np.random.randn(4, 4, 3)
b = np.random.randn(1, 1, 1)
Z = conv_single_step(a_slice_prev, W, b)
print("Z =", Z)
