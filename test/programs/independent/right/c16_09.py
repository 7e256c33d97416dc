import numpy as np

def conv_single_step(a_slice_prev, W, b):
    total = b.item()
    for value, weight in zip(a_slice_prev.ravel(), W.ravel()):
        total = total + value * weight
    return total

np.random.seed(1)
a = np.random.randn(4, 4, 3)
W = np.random.randn(4, 4, 3)
b = np.random.randn(1, 1, 1)
Z = conv_single_step(a, W, b)
print("Z =", Z)
