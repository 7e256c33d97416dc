import numpy as np

def fenster(bild, k, s):
    """Alle Fenster des Bildes, zeilenweise."""
    hoehe, breite = bild.shape[1:]
    for z in range(0, hoehe - k + 1, s):
        for sp in range(0, breite - k + 1, s):
            yield bild[:, z:z + k, sp:sp + k]

def faltung(bild, filter_, bias, s=1):
    anzahl, _, k, _ = filter_.shape
    h_aus = (bild.shape[1] - k) // s + 1
    b_aus = (bild.shape[2] - k) // s + 1
    alle = fenster(bild, k, s)
    ergebnis = np.zeros((anzahl, h_aus * b_aus))
    for f in range(anzahl):
        for nr, ausschnitt in enumerate(alle):
            ergebnis[f, nr] = np.sum(ausschnitt * filter_[f]) + bias[f]
    return ergebnis.reshape(anzahl, h_aus, b_aus)

zufall = np.random.RandomState(11)
bild = zufall.randn(3, 7, 5)
filter_ = zufall.randn(4, 3, 3, 3)
bias = zufall.randn(4)
print(faltung(bild, filter_, bias, s=2))
