import numpy as np

def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    # negative end would break for pad = 0, so use explicit ends
    X_pad[:, pad:n_H + pad, pad:n_W + pad, :] = X
    return X_pad

x = np.random.RandomState(0).randn(2, 3, 4, 2)
print(zero_pad(x, 2).shape, zero_pad(x, 0).shape)
assert np.array_equal(zero_pad(x, 0), x)
