import numpy as np

def conv_single_step(a_slice_prev, W, b):
    """One window, one filter: both of shape (f_h, f_w, n_C_prev); b of shape (1, 1, 1)."""
    total = 0.0
    for k in range(W.shape[2]):
        for row_a, row_w in zip(a_slice_prev[:, k], W[:, k]):
            total += np.dot(row_a, row_w)
    return total + float(b[0, 0, 0])

np.random.seed(1)
a_slice_prev = np.random.randn(4, 4, 3)
W = np.random.randn(4, 4, 3)
b = np.random.randn(1, 1, 1)
Z = conv_single_step(a_slice_prev, W, b)
print("Z =", Z)
