import numpy as np

def conv_single_step(a_slice_prev, W, b):
    """One filter applied to one window; returns a scalar Z."""
    s = a_slice_prev * W
    Z = np.sum(s + b)
    return float(Z.item())

np.random.seed(1)
a_slice_prev = np.random.randn(4, 4, 3)
W = np.random.randn(4, 4, 3)
b = np.random.randn(1, 1, 1)
print("Z =", conv_single_step(a_slice_prev, W, b))
