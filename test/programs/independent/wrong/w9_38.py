import numpy as np

class FaltungsSchicht:
    def __init__(self, gewichte, schwellen, schritt=1):
        self.gewichte = gewichte      # (F, kh, kw, C)
        self.schwellen = schwellen    # (F,)
        self.schritt = schritt

    def vorwaerts(self, bild):
        w = self.gewichte
        anzahl, kh, kw, _ = w.shape
        s = self.schritt
        hoehe = (bild.shape[0] - kh) // s + 1
        breite = (bild.shape[1] - kw) // s + 1
        ergebnis = np.zeros((hoehe, breite, anzahl))
        for n in range(anzahl):
            for h in range(hoehe):
                for w in range(breite):
                    ausschnitt = bild[h * s:h * s + kh, w * s:w * s + kw, :]
                    ergebnis[h, w, n] = np.sum(ausschnitt * w)
        # auf die Schwellwerte folgt die Aktivierung im naechsten Schritt
        return ergebnis

zufall = np.random.RandomState(30)
schicht = FaltungsSchicht(zufall.randn(2, 3, 3, 3), zufall.randn(2), schritt=2)
print(schicht.vorwaerts(zufall.randn(7, 9, 3)))
