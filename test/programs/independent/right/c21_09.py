import numpy as np


def faltung(bild, kern, schritt=1, rand=0):
    """Kreuzkorrelation eines Bildes; Randpixel zaehlen als null (ohne np.pad)."""
    hoehe, breite = bild.shape
    kh, kb = kern.shape
    oh = (hoehe + 2 * rand - kh) // schritt + 1
    ob = (breite + 2 * rand - kb) // schritt + 1
    ausgabe = np.zeros((oh, ob))
    for z in range(oh):
        for s in range(ob):
            summe = 0.0
            for a in range(kh):
                zeile = z * schritt + a - rand
                if zeile < 0 or zeile >= hoehe:
                    continue
                for b in range(kb):
                    spalte = s * schritt + b - rand
                    if 0 <= spalte < breite:
                        summe += bild[zeile, spalte] * kern[a, b]
            ausgabe[z, s] = summe
    return ausgabe


def maximum_pooling(bild, groesse):
    h, b = bild.shape[0] // groesse, bild.shape[1] // groesse
    zuschnitt = bild[:h * groesse, :b * groesse]
    return zuschnitt.reshape(h, groesse, b, groesse).max(axis=(1, 3))


bild = np.arange(30).reshape(5, 6)
kern = np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]])
karte = faltung(bild, kern, 1, 1)
print(karte)
print(maximum_pooling(karte, 2))
