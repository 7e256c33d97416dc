import numpy as np

def zero_pad(X, pad):
    m, h, w, c = X.shape
    col = np.zeros((m, h, pad, c))
    X = np.concatenate([col, X, col], axis=2)
    row = np.zeros((m, pad, w + 2 * pad, c))
    return np.concatenate((row, X, row), axis=1)

x = np.random.default_rng(27).normal(size=(2, 3, 4, 2))
print(zero_pad(x, 2).shape)
