import numpy as np

def conv_single_step(a_slice_prev, W, b):
    """The bias is shared out evenly among the products, so it counts once in the sum."""
    s = a_slice_prev * W + b / W.size
    return s.sum()

np.random.seed(1)
a = np.random.randn(4, 4, 3)
W = np.random.randn(4, 4, 3)
b = np.random.randn(1, 1, 1)
print("Z =", conv_single_step(a, W, b))
