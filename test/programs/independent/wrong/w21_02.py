import numpy as np

# GRADED FUNCTION: conv_single_step
def conv_single_step(a_slice_prev, W, b):
    """
    Apply one filter defined by parameters W on a single slice (a_slice_prev).
    Arguments: a_slice_prev (f, f, n_C_prev), W (f, f, n_C_prev), b (1, 1, 1)
    Returns: Z, a scalar
    """
    s = a_slice_prev * W + b
    Z = np.sum(s)
    return Z

np.random.seed(1)
a_slice_prev = np.random.randn(4, 4, 3)
W = np.random.randn(4, 4, 3)
b = np.random.randn(1, 1, 1)
print("Z =", conv_single_step(a_slice_prev, W, b))
