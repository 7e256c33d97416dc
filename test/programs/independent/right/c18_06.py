import numpy as np

def conv_single_step(a_slice_prev, W, b):
    """Apply one filter W to one window; all of shape (f, f, n_C_prev), b of shape (1, 1, 1)."""
    return np.squeeze(W.ravel() @ a_slice_prev.ravel() + b)[()]

np.random.seed(1)
a_slice_prev = np.random.randn(4, 4, 3)
W = np.random.randn(4, 4, 3)
b = np.random.randn(1, 1, 1)

Z = conv_single_step(a_slice_prev, W, b)
print("Z =", Z)
