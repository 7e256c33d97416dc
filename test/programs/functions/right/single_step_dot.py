import numpy as np

def conv_single_step(a_slice_prev, W, b):
    return float(np.dot(a_slice_prev.ravel(), W.ravel()) + b.item())

np.random.seed(3)
print(conv_single_step(np.random.randn(2, 2, 3), np.random.randn(2, 2, 3), np.random.randn(1, 1, 1)))
