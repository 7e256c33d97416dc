import numpy as np

def zero_pad(X, pad):
    """Pads height and width of (m, n_H, n_W, n_C) by writing into the centre of a zero block."""
    m, h, w, c = X.shape
    out = np.zeros((m, h + pad * 2, w + pad + pad, c), dtype=X.dtype)
    out[:, pad:out.shape[1] - pad, pad:w + pad] = X
    return out

def zero_pad_concat(X, pad):
    side = np.zeros(X.shape[:2] + (pad,) + X.shape[3:])
    X = np.concatenate([side, X, side], axis=2)
    lid = np.zeros(X.shape[:1] + (pad,) + X.shape[2:])
    return np.concatenate([lid, X, lid], axis=1)

np.random.seed(1)
x = np.random.randn(4, 3, 2, 2)
print("x_pad.shape =", zero_pad(x, 3).shape)
print(np.array_equal(zero_pad(x, 2), zero_pad_concat(x, 2)))
print(zero_pad(x, 0).shape)
