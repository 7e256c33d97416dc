import numpy as np
from numpy.lib.stride_tricks import as_strided

def fenetres(x, k, pas=1):
    """Vues glissantes : (H, W) -> (h_sortie, w_sortie, k, k)."""
    H, W = x.shape
    h = (H - k) // pas + 1
    l = (W - k) // pas + 1
    sh, sw = x.strides
    return as_strided(x, shape=(h, l, k, k), strides=(sh * pas, sw * pas, sw, sh))

def correlation(x, noyau, pas=1):
    v = fenetres(x, noyau.shape[0], pas)
    return np.einsum('ijkl,kl->ij', v, noyau)

def pooling_moyen(x, k, pas=None):
    if pas is None:
        pas = k
    return fenetres(x, k, pas).mean(axis=(2, 3))

image = np.arange(36, dtype=float).reshape(6, 6)
noyau = np.array([[1., 2., 1.], [0., 0., 0.], [-1., -2., -1.]])
print(correlation(image, noyau))
print(pooling_moyen(image, 2))
