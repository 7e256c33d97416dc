import numpy as np

def conv_single_step(a_slice_prev, W, b):
    """
    a_slice_prev -- (f, f, n_C_prev)
    W -- (f, f, n_C_prev)
    b -- (1, 1, 1)
    """
    s = a_slice_prev * W + b
    Z = np.sum(s)
    Z = float(Z)
    return Z

np.random.seed(1)
a_slice_prev = np.random.randn(4, 4, 3)
W = np.random.randn(4, 4, 3)
b = np.random.randn(1, 1, 1)
print("Z =", conv_single_step(a_slice_prev, W, b))
