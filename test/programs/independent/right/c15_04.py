import numpy as np

def zero_pad(X, pad):
    m, h, w, c = X.shape
    X_pad = np.zeros((m, h + 2 * pad, w + 2 * pad, c))
    X_pad[:, pad:h + pad, pad:w + pad] = X
    return X_pad

np.random.seed(1)
x = np.random.randn(4, 3, 5, 2)
x_pad = zero_pad(x, 2)
print(x.shape, x_pad.shape)
print(x_pad[1, 2])
