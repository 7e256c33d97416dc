import numpy as np


def taille_sortie(n, f, s, p):
    return (n + p - f) // s + 1


def convolution(images, noyaux, biais, pas=1, marge=0):
    """Convolution d'un lot d'images (lot, canaux, hauteur, largeur)."""
    lot, canaux, haut, larg = images.shape
    nb, _, fh, fl = noyaux.shape
    sh = taille_sortie(haut, fh, pas, marge)
    sl = taille_sortie(larg, fl, pas, marge)
    bord = np.zeros((lot, canaux, haut + 2 * marge, larg + 2 * marge))
    bord[:, :, marge:marge + haut, marge:marge + larg] = images
    sortie = np.zeros((lot, nb, sh, sl))
    for i in range(sh):
        for j in range(sl):
            bloc = bord[:, :, i * pas:i * pas + fh, j * pas:j * pas + fl]
            sortie[:, :, i, j] = np.tensordot(bloc, noyaux, axes=([1, 2, 3], [1, 2, 3])) + biais
    return sortie


np.random.seed(12)
images = np.random.randn(2, 3, 6, 6)
noyaux = np.random.randn(4, 3, 3, 3)
biais = np.random.randn(4)
resultat = convolution(images, noyaux, biais, pas=1, marge=1)
print(resultat.shape)
print(resultat[0, 0])
