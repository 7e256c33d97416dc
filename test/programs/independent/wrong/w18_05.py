import numpy as np


class Faltung:
    # Faltungsschicht, Format (Stapel, Kanal, Hoehe, Breite)
    def __init__(self, gewichte, versatz, schritt=1, rand=0):
        self.w = gewichte
        self.v = versatz
        self.schritt = schritt
        self.rand = rand

    def vorwaerts(self, x):
        r, s = self.rand, self.schritt
        self.x = np.pad(x, ((0, 0), (0, 0), (r, r), (r, r)))
        n, _, h, b = self.x.shape
        k, _, kh, kb = self.w.shape
        ah, ab = (h - kh) // s + 1, (b - kb) // s + 1
        y = np.empty((n, k, ah, ab))
        for i in range(ah):
            for j in range(ab):
                fenster = self.x[:, :, i * s:i * s + kh, j * s:j * s + kb]
                y[:, :, i, j] = np.tensordot(fenster, self.w, axes=([1, 2, 3], [1, 2, 3])) + self.v
        return y

    def rueckwaerts(self, dy):
        r, s = self.rand, self.schritt
        kh, kb = self.w.shape[2:]
        dx = np.zeros(self.x.shape)
        self.dw = np.zeros(self.w.shape)
        self.db = dy.sum(axis=(0, 2, 3))
        for i in range(dy.shape[2]):
            for j in range(dy.shape[3]):
                stelle = np.s_[:, :, i * s:i * s + kh, j * s:j * s + kb]
                self.dw += np.tensordot(dy[:, :, i, j], self.x[stelle], axes=(0, 0))
                dx[stelle] += np.tensordot(dy[:, :, i, j], self.w, axes=(1, 0))
        return dx[:, :, r:-r, r:-r]


zufall = np.random.RandomState(42)
eingang = zufall.randn(2, 3, 6, 5)
schicht = Faltung(zufall.randn(4, 3, 3, 3), zufall.randn(4), schritt=1, rand=0)
ausgang = schicht.vorwaerts(eingang)
dein = schicht.rueckwaerts(np.ones_like(ausgang))
print(ausgang.shape, dein.shape)
