# Faltung eines Graustufenbildes mit reinen Listen (ohne numpy-Schleifen)
import numpy as np


def faltung(bild, kern):
    hoehe, breite = len(bild), len(bild[0])
    kh, kb = len(kern), len(kern[0])
    neue_hoehe = hoehe - kh + 1
    neue_breite = breite - kb + 1
    ergebnis = [[0.0] * neue_breite] * neue_hoehe
    for zeile in range(neue_hoehe):
        for spalte in range(neue_breite):
            summe = 0.0
            for i in range(kh):
                for j in range(kb):
                    summe += bild[zeile + i][spalte + j] * kern[i][j]
            ergebnis[zeile][spalte] = summe
    return ergebnis


np.random.seed(4)
testbild = np.random.randint(0, 9, (5, 6)).tolist()
sobel_x = [[1, 0, -1],
           [2, 0, -2],
           [1, 0, -1]]
for z in faltung(testbild, sobel_x):
    print(z)
