import numpy as np


def conv_single_step(a_slice_prev, W, b):
    # dot product of the flattened window, written without np.sum
    Z = a_slice_prev.ravel() @ W.ravel()
    return float(Z) + b.item()


np.random.seed(1)
a_slice_prev = np.random.randn(4, 4, 3)
W = np.random.randn(4, 4, 3)
b = np.random.randn(1, 1, 1)
print("Z =", conv_single_step(a_slice_prev, W, b))
