import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def faltung(eingabe, gewichte, versatz, schritt=1, rand=0):
    """Faltungsschicht (Kreuzkorrelation), Kanäle zuerst."""
    if rand > 0:
        eingabe = np.pad(eingabe, ((0, 0), (0, 0), (rand, rand), (rand, rand)))
    kh, kb = gewichte.shape[2:]
    fenster = sliding_window_view(eingabe, (kh, kb), axis=(2, 3))
    fenster = fenster[:, :, ::schritt, ::schritt]
    ausgabe = np.einsum('nchwij,fcji->nfhw', fenster, gewichte)
    return ausgabe + versatz[None, :, None, None]

zufall = np.random.default_rng(3)
bild = zufall.standard_normal((2, 2, 6, 7))
kerne = zufall.standard_normal((3, 2, 3, 3))
versatz = zufall.standard_normal(3)
print(faltung(bild, kerne, versatz).shape)
print(faltung(bild, kerne, versatz, schritt=2, rand=1)[0, 0])
