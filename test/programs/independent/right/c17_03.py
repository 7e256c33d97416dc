import numpy as np

def zero_pad(X, pad):
    m, H, W, C = X.shape
    out = np.zeros((m, H + pad + pad, W + pad + pad, C), X.dtype)
    out[:, pad:H + pad, pad:-pad or None, :] = X
    return out

np.random.seed(1)
x = np.random.randn(4, 3, 5, 2)
x_pad = zero_pad(x, 2)
print(x_pad.shape, x_pad[1, 1])
print(np.array_equal(zero_pad(x, 0), x))
