import numpy as np

def gaussian_1d(size, sigma):
    ax = np.arange(size) - (size - 1) / 2.0
    g = np.exp(-ax ** 2 / (2 * sigma ** 2))
    return g / g.sum()

def flou_gaussien(image, size=5, sigma=1.0):
    """Flou gaussien séparable, région valide seulement : lignes puis colonnes."""
    g = gaussian_1d(size, sigma)
    h, l = image.shape
    tmp = np.zeros((h, l - size + 1))
    for k in range(size):
        tmp += g[k] * image[:, k:l - size + 1 + k]
    res = np.zeros((h - size + 1, l - size + 1))
    for k in range(size):
        res += g[k] * tmp[k:h - size + 1 + k, :]
    return res

np.random.seed(7)
image = np.random.rand(8, 9)
print(flou_gaussien(image).shape)
print(flou_gaussien(image, 3, 0.8).round(4))
