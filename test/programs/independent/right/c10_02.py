import numpy as np

def zero_pad(X, pad):
    """Pad height and width of (m, n_H, n_W, n_C) without np.pad."""
    m, n_H, n_W, n_C = X.shape
    out = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=X.dtype)
    out[:, pad:n_H + pad, pad:n_W + pad] = X
    return out

np.random.seed(1)
x = np.random.randn(4, 3, 2, 2)
x_pad = zero_pad(x, 2)
print("x.shape =", x.shape)
print("x_pad.shape =", x_pad.shape)
print(zero_pad(x, 0).shape)
