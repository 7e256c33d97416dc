import numpy as np


class Mittelwertbildung:
    """Durchschnitts-Pooling mit Rand; Randzellen zählen als Nullen mit."""

    def __init__(self, fenster, schritt, rand=0):
        self.fenster, self.schritt, self.rand = fenster, schritt, rand

    def vorwaerts(self, x):
        f, s, r = self.fenster, self.schritt, self.rand
        self.form = x.shape
        gepolstert = np.pad(x, ((0, 0), (0, 0), (r, r), (r, r)))
        hoehe = 1 + (x.shape[2] + 2 * r - f) // s
        breite = 1 + (x.shape[3] + 2 * r - f) // s
        summe = 0
        for a in range(f):
            for b in range(f):
                summe = summe + gepolstert[:, :, a::s, b::s][:, :, :hoehe, :breite]
        return summe / f ** 2

    def rueckwaerts(self, g):
        f, s, r = self.fenster, self.schritt, self.rand
        n, c, h, w = self.form
        dx = np.zeros((n, c, h + 2 * r, w + 2 * r))
        for a in range(f):
            for b in range(f):
                dx[:, :, a::s, b::s][:, :, :g.shape[2], :g.shape[3]] += g
        return dx[:, :, r:r + h, r:r + w] / f ** 2


schicht = Mittelwertbildung(3, 2, 1)
y = schicht.vorwaerts(np.random.default_rng(27).normal(size=(2, 2, 6, 7)))
print(y.shape)
print(schicht.rueckwaerts(np.ones_like(y))[0, 0])
