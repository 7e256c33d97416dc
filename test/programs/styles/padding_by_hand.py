import numpy as np

def zero_pad(X, pad):
    m, h, w, c = X.shape
    frame = np.zeros((m, h + 2 * pad, w + 2 * pad, c))
    frame[:, pad:pad + h, pad:pad + w, :] = X
    return frame

X = np.random.RandomState(7).randn(2, 3, 4, 2)
print(zero_pad(X, 2).shape)
