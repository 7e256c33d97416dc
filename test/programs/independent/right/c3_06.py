import numpy as np

def zero_pad(X, pad):
    """ Ajoute `pad` zéros autour de la hauteur et de la largeur. """
    m, h, w, c = X.shape
    out = np.zeros((m, h + 2 * pad, w + 2 * pad, c), dtype=X.dtype)
    out[:, pad:h + pad, pad:w + pad, :] = X
    return out

np.random.seed(1)
x = np.random.randn(4, 3, 3, 2)
x_pad = zero_pad(x, 2)
print("x.shape =", x.shape, "x_pad.shape =", x_pad.shape)
print("x_pad[1,1] =\n", x_pad[1, 1])
