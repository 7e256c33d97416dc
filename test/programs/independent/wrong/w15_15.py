import numpy as np


def faltung1d(eingabe, gewichte, bias):
    """1D-Faltungsschicht wie in PyTorch (Kreuzkorrelation), ohne Rand, Schrittweite 1.

    eingabe:  (Stapel, Kanaele, Laenge)
    gewichte: (Ausgabekanaele, Kanaele, Breite)
    """
    stapel, kanaele, laenge = eingabe.shape
    aus_kanaele, _, breite = gewichte.shape
    ausgabe = np.zeros((stapel, aus_kanaele, laenge - breite + 1))
    for n in range(stapel):
        for a in range(aus_kanaele):
            for k in range(kanaele):
                ausgabe[n, a] += np.convolve(eingabe[n, k], gewichte[a, k], mode="valid")
            ausgabe[n, a] += bias[a]
    return ausgabe


zufall = np.random.default_rng(99)
signal = zufall.normal(size=(2, 2, 8))
kerne = zufall.normal(size=(3, 2, 3))
print(faltung1d(signal, kerne, np.array([0.5, 0.0, -0.5])))
