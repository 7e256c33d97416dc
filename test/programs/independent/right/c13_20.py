import numpy as np

def conv_single_step(a_slice_prev, W, b):
    # the trace of A^T B is the sum of the elementwise product
    f = a_slice_prev.shape[0]
    A2 = a_slice_prev.reshape(f, -1)
    W2 = W.reshape(f, -1)
    return np.trace(A2.T @ W2) + float(b.squeeze())

def create_mask_from_window(x):
    return ~(x < x.max())

def distribute_value(dz, shape):
    return np.full(shape, dz / np.prod(shape))

np.random.seed(1)
a_slice_prev = np.random.randn(4, 4, 3)
W = np.random.randn(4, 4, 3)
b = np.random.randn(1, 1, 1)
print("Z =", conv_single_step(a_slice_prev, W, b))
window = np.random.randn(2, 3)
print(create_mask_from_window(window))
print(distribute_value(2, (2, 2)))
