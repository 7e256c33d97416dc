import numpy as np

class FaltungsSchicht:
    """Echte Faltung (Kern gespiegelt), nur gueltiger Bereich, ein Bild (C, H, B)."""

    def __init__(self, kerne, schwellen):
        self.kerne = np.asarray(kerne)
        self.schwellen = np.asarray(schwellen)

    def vorwaerts(self, bild):
        self.bild = bild
        F, C, kh, kb = self.kerne.shape
        hoehe, breite = bild.shape[1] - kh + 1, bild.shape[2] - kb + 1
        ergebnis = np.zeros((F, hoehe, breite))
        for u in range(kh):
            for v in range(kb):
                teil = bild[:, kh - 1 - u:kh - 1 - u + hoehe, kb - 1 - v:kb - 1 - v + breite]
                ergebnis += np.einsum("fc,chb->fhb", self.kerne[:, :, u, v], teil)
        return ergebnis + self.schwellen.reshape(-1, 1, 1)

    def rueckwaerts(self, fehler):
        F, C, kh, kb = self.kerne.shape
        _, hoehe, breite = fehler.shape
        self.d_schwellen = fehler.sum(axis=(-1, -2))
        self.d_kerne = np.zeros(self.kerne.shape)
        d_bild = np.zeros(self.bild.shape)
        for u in range(kh):
            for v in range(kb):
                z = slice(kh - 1 - u, kh - 1 - u + hoehe)
                s = slice(kb - 1 - v, kb - 1 - v + breite)
                self.d_kerne[:, :, u, v] = np.einsum("fhb,chb->fc", fehler, self.bild[:, z, s])
                d_bild[:, z, s] += np.einsum("fc,fhb->chb", self.kerne[:, :, u, v], fehler)
        return d_bild

zufall = np.random.RandomState(30)
schicht = FaltungsSchicht(zufall.randn(2, 3, 3, 2), zufall.randn(2))
y = schicht.vorwaerts(zufall.randn(3, 5, 6))
print(y.shape, schicht.rueckwaerts(y).shape, schicht.d_schwellen)
