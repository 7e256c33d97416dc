import numpy as np

def zero_pad(X, pad):
    """Zero border around height and width of images (m, n_H, n_W, n_C), no np.pad."""
    m, n_H, n_W, n_C = X.shape
    side = np.zeros((m, n_H, pad, n_C))
    X = np.concatenate((side, X, side), axis=2)
    lid = np.zeros((m, pad, n_W + pad + pad, n_C))
    X = np.concatenate((lid, X, lid), axis=1)
    assert X.shape == (m, n_H + 2 * pad, n_W + 2 * pad, n_C)
    return X

np.random.seed(1)
x = np.random.randn(4, 3, 2, 2)
x_pad = zero_pad(x, 2)
print("x.shape =", x.shape)
print("x_pad.shape =", x_pad.shape)
print("x_pad[1, 1] =", x_pad[1, 1])
