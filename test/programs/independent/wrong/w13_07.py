import numpy as np

def conv_single_step(a_slice_prev, W, b):
    # Element-wise product between a_slice_prev and W, then the bias.
    s = np.multiply(a_slice_prev, W) + b
    # Sum over all entries of the volume s.
    Z = np.sum(s)
    return Z

np.random.seed(1)
a_slice_prev = np.random.randn(4, 4, 3)
W = np.random.randn(4, 4, 3)
b = np.random.randn(1, 1, 1)
print("Z =", conv_single_step(a_slice_prev, W, b))
