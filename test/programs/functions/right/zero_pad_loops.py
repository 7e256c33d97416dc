import numpy as np

def zero_pad(X, pad):
    if pad == 0:
        return X
    m, n_H, n_W, n_C = X.shape
    rows = np.zeros((m, pad, n_W, n_C))
    X = np.concatenate([rows, X, rows], axis=1)
    cols = np.zeros((m, n_H + 2 * pad, pad, n_C))
    return np.concatenate([cols, X, cols], axis=2)

x = np.ones((1, 2, 3, 1))
print(zero_pad(x, 2))
