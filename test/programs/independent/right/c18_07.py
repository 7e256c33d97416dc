import numpy as np

def zero_pad(X, pad):
    m, h, w, c = X.shape
    out = np.zeros((m, h + pad + pad, w + pad + pad, c), dtype=X.dtype)
    for row in range(-h, 0):
        for col in range(-w, 0):
            out[:, row - pad, col - pad] = X[:, row, col]
    return out

np.random.seed(1)
x = np.random.randn(2, 3, 3, 2)
print(zero_pad(x, 2).shape)
print(zero_pad(x, 1)[0, :, :, 0])
assert np.array_equal(zero_pad(x, 0), x)
