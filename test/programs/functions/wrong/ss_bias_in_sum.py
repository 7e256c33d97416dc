import numpy as np

def conv_single_step(a_slice_prev, W, b):
    return np.sum(a_slice_prev * W + b)

np.random.seed(1)
Z = conv_single_step(np.random.randn(4, 4, 3), np.random.randn(4, 4, 3), np.random.randn(1, 1, 1))
print("Z =", Z)
