"""Faltung mit Nullrand, ohne NumPy"""
import random

def falte(bild, kern):
    hoehe, breite = len(bild), len(bild[0])
    rad = len(kern) // 2
    ergebnis = []
    for z in range(hoehe):
        zeile = []
        for s in range(breite):
            summe = 0.0
            for a in range(-rad, rad + 1):
                for b in range(-rad, rad + 1):
                    # ausserhalb des Bildes zählt als 0
                    if z + a < hoehe and s + b < breite:
                        summe += bild[z + a][s + b] * kern[a + rad][b + rad]
            zeile.append(summe)
        ergebnis.append(zeile)
    return ergebnis

random.seed(4)
bild = [[random.randint(0, 9) for _ in range(5)] for _ in range(4)]
kern = [[0, 1, 0], [1, -4, 1], [0, 1, 0]]
for zeile in falte(bild, kern):
    print(" ".join("%6.1f" % v for v in zeile))
