import numpy as np

def faltung(bild, kern, schritt=1):
    """Faltung (Kreuzkorrelation) eines Graubildes, ohne Rand."""
    hoehe, breite = len(bild), len(bild[0])
    kh, kb = len(kern), len(kern[0])
    oh = (hoehe - kh) // schritt + 1
    ow = (breite - kb) // schritt + 1
    ergebnis = [[0.0] * ow] * oh
    for zeile in range(oh):
        for spalte in range(ow):
            summe = 0.0
            for u in range(kh):
                for v in range(kb):
                    summe += bild[zeile * schritt + u][spalte * schritt + v] * kern[u][v]
            ergebnis[zeile][spalte] = summe
    return np.array(ergebnis)

bild = [[1, 2, 3, 0, 1],
        [0, 1, 2, 3, 4],
        [5, 1, 0, 2, 2],
        [2, 2, 1, 1, 0]]
kern = [[1, 0], [-1, 2]]
print(faltung(bild, kern))
print(faltung(bild, kern, 2))
