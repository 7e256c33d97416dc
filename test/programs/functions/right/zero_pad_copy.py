import numpy as np

def zero_pad(X, pad):
    m, h, w, c = X.shape
    out = np.zeros((m, h + 2 * pad, w + 2 * pad, c))
    out[:, pad:pad + h, pad:pad + w, :] = X
    return out

x = np.arange(24.0).reshape(2, 3, 2, 2)
print(zero_pad(x, 1).shape)
