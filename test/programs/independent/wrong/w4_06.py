import numpy as np

# Fonction zero_pad : ajoute des zéros autour des images
def zero_pad(X, pad):
    """
    X -- tableau (m, n_H, n_W, n_C)
    pad -- entier, nombre de zéros de chaque côté en hauteur et en largeur
    """
    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (pad, pad)), mode='constant', constant_values=0)
    return X_pad

np.random.seed(1)
x = np.random.randn(4, 3, 3, 2)
x_pad = zero_pad(x, 2)
print("x.shape =\n", x.shape)
print("x_pad.shape =\n", x_pad.shape)
print("x[1,1] =\n", x[1, 1])
print("x_pad[1,1] =\n", x_pad[1, 1])
