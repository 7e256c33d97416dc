import numpy as np

def conv_single_step(a_slice_prev, W, b):
    total = float(np.asarray(b).sum())
    for v in (a_slice_prev * W).ravel()[::-1]:
        total += v
    return total

np.random.seed(1)
a = np.random.randn(4, 4, 3)
W = np.random.randn(4, 4, 3)
b = np.random.randn(1, 1, 1)
print("Z =", conv_single_step(a, W, b))
