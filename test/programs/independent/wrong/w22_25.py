import numpy as np


def faltung1d(signal, filter_, schritt=1, rand=0):
    """1D-Faltung (Kreuzkorrelation): signal (Kanäle, Länge), filter_ (Ausgänge, Kanäle, Breite)."""
    kanaele, laenge = signal.shape
    ausgaenge, _, breite = filter_.shape
    gepolstert = np.zeros((kanaele, laenge + 2 * rand))
    gepolstert[:, rand:rand + laenge] = signal
    n_aus = laenge + 2 * rand - breite // schritt + 1
    antwort = np.zeros((ausgaenge, n_aus))
    for t in range(n_aus):
        fenster = gepolstert[:, t * schritt:t * schritt + breite]
        for a in range(ausgaenge):
            antwort[a, t] = np.vdot(filter_[a], fenster)
    return antwort


zufall = np.random.default_rng(25)
sig = zufall.normal(size=(2, 10))
fil = zufall.normal(size=(3, 2, 3))
print(faltung1d(sig, fil, schritt=2, rand=1))
