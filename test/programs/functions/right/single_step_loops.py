import numpy as np

def conv_single_step(a_slice_prev, W, b):
    total = 0.0
    f1, f2, n_C = W.shape
    for r in range(f1):
        for q in range(f2):
            for k in range(n_C):
                total += a_slice_prev[r, q, k] * W[r, q, k]
    total += b[0, 0, 0]
    return total

np.random.seed(2)
Z = conv_single_step(np.random.randn(3, 3, 2), np.random.randn(3, 3, 2), np.random.randn(1, 1, 1))
print("Z =", Z)
