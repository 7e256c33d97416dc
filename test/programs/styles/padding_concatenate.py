import numpy as np

def zero_pad(X, pad):
    m, h, w, c = X.shape
    side = np.zeros((m, h, pad, c))
    X = np.concatenate([side, X, side], axis=2)
    lid = np.zeros((m, pad, w + 2 * pad, c))
    return np.concatenate([lid, X, lid], axis=1)

X = np.random.RandomState(7).randn(2, 3, 4, 2)
padded = zero_pad(X, 1)
