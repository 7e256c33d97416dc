"""Convolution, forward: the course's cell on seeded arrays, and below it a picture small enough to follow by eye.

Put the cursor into "A_prev = np.array" or select it together with W, b and hparameters, press F1 and choose
"Layer Lens: Step Through Convolution". With the picture alone, the panel offers well-known filters.
"""

import numpy as np

np.random.seed(1)
A_prev = np.random.randn(2, 5, 7, 4)
W = np.random.randn(3, 3, 4, 8)
b = np.random.randn(1, 1, 1, 8)
hparameters = {"pad": 1, "stride": 2}

Z, cache_conv = conv_forward(A_prev, W, b, hparameters)
print("Z's mean =", np.mean(Z))
print("Z[0, 2, 1] =", Z[0, 2, 1])


# A cross in the light of a lamp at the lower right: 7 rows, 9 columns.
A_prev = np.array([
    [ 0.09,  0.11,  0.13,  0.15,  0.17,  0.19,  0.21,  0.23,  0.25],
    [ 0.09,  0.11,  0.87,  0.15,  0.17,  0.19,  0.95,  0.23,  0.25],
    [ 0.10,  0.12,  0.14,  0.92,  0.18,  0.96,  0.22,  0.24,  0.26],
    [ 0.10,  0.12,  0.14,  0.16,  0.98,  0.20,  0.22,  0.24,  0.26],
    [ 0.10,  0.12,  0.14,  0.92,  0.18,  0.96,  0.22,  0.24,  0.26],
    [ 0.09,  0.11,  0.87,  0.15,  0.17,  0.19,  0.95,  0.23,  0.25],
    [ 0.09,  0.11,  0.13,  0.15,  0.17,  0.19,  0.21,  0.23,  0.25],
])

# A filter that answers to falling diagonals.
W = np.array([
    [ 2, -1, -1],
    [-1,  2, -1],
    [-1, -1,  2],
])

b = np.array([0.25])

hparameters = {"pad": 1, "stride": 1}
