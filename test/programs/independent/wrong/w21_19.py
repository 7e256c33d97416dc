import numpy as np

def faltung_rueckwaerts(eingabe, kerne, dausgabe):
    """Gradienten einer VALID-Faltung, Schrittweite 1, Layout (N, C, H, B)."""
    kh, kb = kerne.shape[-2:]
    fenster = np.lib.stride_tricks.sliding_window_view(eingabe, (kh, kb), axis=(2, 3))
    dkerne = np.einsum('nohw,nchwij->ocij', dausgabe, fenster)
    dbias = dausgabe.sum(axis=(0, 2, 3))
    # Eingabegradient: volle Faltung mit gespiegeltem Kern
    rand = np.pad(dausgabe, ((0, 0), (0, 0), (kh - 1, kh - 1), (kb - 1, kb - 1)))
    dfenster = np.lib.stride_tricks.sliding_window_view(rand, (kh, kb), axis=(2, 3))
    gespiegelt = kerne[:, :, ::-1]
    deingabe = np.einsum('nohwij,ocij->nchw', dfenster, gespiegelt)
    return deingabe, dkerne, dbias

zufall = np.random.default_rng(2024)
eingabe = zufall.normal(size=(2, 3, 6, 5))
kerne = zufall.normal(size=(4, 3, 3, 2))
daus = zufall.normal(size=(2, 4, 4, 4))
de, dk, db = faltung_rueckwaerts(eingabe, kerne, daus)
print(de.shape, dk.shape, db)
