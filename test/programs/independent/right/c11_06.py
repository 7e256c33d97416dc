import numpy as np

def conv_single_step(a_slice_prev, W, b):
    # dot product of the flattened volumes
    Z = np.dot(a_slice_prev.ravel(), W.ravel())
    return Z + np.squeeze(b)

rs = np.random.RandomState(1)
a = rs.randn(4, 4, 3)
W = rs.randn(4, 4, 3)
b = rs.randn(1, 1, 1)
print("Z =", conv_single_step(a, W, b))
