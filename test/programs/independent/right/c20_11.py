import numpy as np


class Faltungsschicht:
    """Faltung als Summe verschobener Bilder - ein Matrixprodukt je Kernposition."""

    def __init__(self, K, b, schritt=1, rand=0):
        self.K, self.b = K, b
        self.schritt, self.rand = schritt, rand

    def _ausschnitt(self, feld, u, v, hoehe, breite):
        s = self.schritt
        return feld[:, :, u:u + hoehe * s:s, v:v + breite * s:s][:, :, :hoehe, :breite]

    def vorwaerts(self, x):
        r, s = self.rand, self.schritt
        self.polster = np.pad(x, ((0, 0), (0, 0), (r, r), (r, r)))
        k = self.K.shape[2]
        hoehe = (self.polster.shape[2] - k) // s + 1
        breite = (self.polster.shape[3] - k) // s + 1
        y = 0
        for u in range(k):
            for v in range(k):
                t = self._ausschnitt(self.polster, u, v, hoehe, breite)
                y = y + np.einsum('ncij,fc->nfij', t, self.K[:, :, u, v])
        return y + self.b[:, np.newaxis, np.newaxis]

    def rueckwaerts(self, dy):
        hoehe, breite = dy.shape[2:]
        dp = np.zeros_like(self.polster)
        self.dK = np.empty_like(self.K)
        self.db = np.einsum('nfij->f', dy)
        k = self.K.shape[2]
        for v in range(k):
            for u in range(k):
                t = self._ausschnitt(self.polster, u, v, hoehe, breite)
                self.dK[:, :, u, v] = np.einsum('nfij,ncij->fc', dy, t)
                ziel = self._ausschnitt(dp, u, v, hoehe, breite)
                ziel += np.einsum('nfij,fc->ncij', dy, self.K[:, :, u, v])
        r = self.rand
        return dp[:, :, r:dp.shape[2] - r, r:dp.shape[3] - r]


zufall = np.random.RandomState(11)
schicht = Faltungsschicht(zufall.randn(3, 2, 3, 3), zufall.randn(3), schritt=2, rand=1)
aus = schicht.vorwaerts(zufall.randn(2, 2, 6, 5))
print(aus.shape, schicht.rueckwaerts(np.ones_like(aus)).shape)
print(schicht.db)
