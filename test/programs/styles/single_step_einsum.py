import numpy as np

def conv_single_step(a_slice_prev, W, b):
    weighted = np.multiply(a_slice_prev, W)
    total = weighted.sum()
    return total + float(b.squeeze())

rng = np.random.RandomState(1)
Z = conv_single_step(rng.randn(4, 4, 3), rng.randn(4, 4, 3), rng.randn(1, 1, 1))
