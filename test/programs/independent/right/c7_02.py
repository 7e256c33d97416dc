import numpy as np

def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, pad + n_H + pad, pad + n_W + pad, n_C), dtype=X.dtype)
    X_pad[:, pad:n_H + pad, pad:n_W + pad] = X
    return X_pad

rng = np.random.default_rng(1)
x = rng.normal(size=(4, 3, 5, 2))
for pad in (0, 1, 2):
    print(zero_pad(x, pad).shape)
