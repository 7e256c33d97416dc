import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def maxpool(x, size=(2, 2), stride=(2, 2)):
    # x is batch, channels, rows, columns
    wins = sliding_window_view(x, size, axis=(2, 3))
    wins = wins[:, ::stride[0], ::stride[1]]
    return wins.max(axis=(-2, -1))

x = np.random.default_rng(11).normal(size=(2, 4, 6, 8))
y = maxpool(x)
print(y.shape)
print(y[0, 0])
y = maxpool(x, (3, 2), (1, 2))
print(y.shape)
