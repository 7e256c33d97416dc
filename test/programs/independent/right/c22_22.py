import numpy as np

def remplir(lot, p):
    return np.pad(lot, ((0, 0), (p, p), (p, p), (0, 0)))

def convolution_meme(lot, noyau, biais):
    """Convolution 'same' (pas = 1, noyau impair), canaux en dernier."""
    m, hauteur, largeur, _ = lot.shape
    f = noyau.shape[0]
    p = (f - 1) // 2
    bourre = remplir(lot, p)
    sortie = np.zeros((m, hauteur, largeur, noyau.shape[-1]))
    for x in range(largeur):
        for y in range(hauteur):
            fenetre = bourre[:, y:y + f, x:x + f, :].reshape(m, -1)
            sortie[:, y, x, :] = fenetre @ noyau.reshape(-1, noyau.shape[-1])
    sortie += biais
    return sortie, (bourre, noyau, p)

def convolution_meme_arriere(dsortie, cache):
    bourre, noyau, p = cache
    f = noyau.shape[0]
    m, hauteur, largeur, nc = dsortie.shape
    dbourre = np.zeros_like(bourre)
    dnoyau = np.zeros_like(noyau)
    for x in range(largeur):
        for y in range(hauteur):
            g = dsortie[:, y, x, :]
            fenetre = bourre[:, y:y + f, x:x + f, :]
            dnoyau += np.einsum('mabc,mk->abck', fenetre, g)
            dbourre[:, y:y + f, x:x + f, :] += np.einsum('mk,abck->mabc', g, noyau)
    dbiais = dsortie.sum(axis=(0, 1, 2))
    dlot = dbourre[:, p:p + hauteur, p:p + largeur, :]
    return dlot, dnoyau, dbiais

np.random.seed(22)
lot = np.random.randn(2, 4, 6, 3)
noyau = np.random.randn(3, 3, 3, 2)
sortie, cache = convolution_meme(lot, noyau, np.array([0.5, -1.0]))
dlot, dnoyau, dbiais = convolution_meme_arriere(np.ones_like(sortie), cache)
print(sortie.shape, dlot.shape, dnoyau.shape, dbiais)
