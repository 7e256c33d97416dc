import numpy as np

def mittelwert_pooling(bild, fenster, schritt, rand=0):
    """
    Mittelwert-Pooling (NCHW). Felder ausserhalb des Bildes zaehlen nicht mit,
    auch nicht im Nenner.
    """
    anzahl, kanaele, hoehe, breite = bild.shape
    aus_hoehe = (hoehe + 2 * rand - fenster) // schritt + 1
    aus_breite = (breite + 2 * rand - fenster) // schritt + 1
    ergebnis = np.zeros((anzahl, kanaele, aus_hoehe, aus_breite))
    for zeile in range(aus_hoehe):
        oben = zeile * schritt - rand
        unten = min(oben + fenster, hoehe)
        oben = max(oben, 0)
        for spalte in range(aus_breite):
            links = spalte * schritt - rand
            rechts = min(links + fenster, breite)
            links = max(links, 0)
            ausschnitt = bild[:, :, oben:unten, links:rechts]
            nenner = (unten - oben) * (rechts - links)
            ergebnis[:, :, zeile, spalte] = ausschnitt.sum(axis=(2, 3)) / nenner
    return ergebnis

np.random.seed(44)
bild = np.random.randn(1, 2, 5, 6)
print(mittelwert_pooling(bild, 3, 2, rand=1))
print(mittelwert_pooling(bild, 2, 2).shape)
