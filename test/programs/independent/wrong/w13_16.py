import numpy as np

def im2col(bilder, kh, kw, schritt=1, rand=0):
    """Zerlegt die Bilder (N, C, H, W) in eine Matrix mit einer Zeile je Fensterposition."""
    N, C, H, W = bilder.shape
    oh = (H + 2 * rand - kh) // schritt + 1
    ow = (W + 2 * rand - kw) // schritt + 1
    b = np.pad(bilder, [(0, 0), (0, 0), (rand, rand), (rand, rand)], "constant")
    spalten = np.zeros((N, C, kh, kw, oh, ow))
    for y in range(kh):
        for x in range(kw):
            spalten[:, :, y, x] = b[:, :, y:y + schritt * oh:schritt, x:x + schritt * ow:schritt]
    return spalten.transpose(0, 4, 5, 2, 3, 1).reshape(N * oh * ow, -1)

def faltung(bilder, filter_, bias, schritt=1, rand=0):
    anzahl, C, kh, kw = filter_.shape
    N, _, H, W = bilder.shape
    oh = (H + 2 * rand - kh) // schritt + 1
    ow = (W + 2 * rand - kw) // schritt + 1
    matrix = im2col(bilder, kh, kw, schritt, rand)
    ergebnis = matrix @ filter_.reshape(anzahl, -1).T + bias
    return ergebnis.reshape(N, oh, ow, anzahl).transpose(0, 3, 1, 2)

zufall = np.random.default_rng(4)
bild = zufall.normal(size=(1, 2, 5, 6))
gewichte = zufall.normal(size=(3, 2, 3, 3))
print(faltung(bild, gewichte, np.array([0.1, 0.2, 0.3]), schritt=2, rand=1))
