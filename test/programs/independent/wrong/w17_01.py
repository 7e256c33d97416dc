# Max-Pooling ohne NumPy-Tricks (Uebungsblatt 4)
import numpy as np


def fenster_holen(bild, zeile, spalte, groesse):
    fenster = []
    for z in range(zeile, zeile + groesse):
        fenster.append(list(bild[z][spalte:spalte + groesse]))
    return fenster


def max_pooling(bild, groesse, schritt):
    """bild: Liste von Listen (eine Ebene), groesse: Kantenlaenge, schritt: Schrittweite"""
    hoehe = len(bild)
    breite = len(bild[0])
    aus_h = (hoehe - groesse) // schritt + 1
    aus_b = (breite - groesse) // schritt + 1
    ergebnis = []
    for z in range(aus_h):
        reihe = []
        for s in range(aus_b):
            fenster = fenster_holen(bild, z * schritt, s * schritt, groesse)
            reihe.append(max(max(fenster)))
        ergebnis.append(reihe)
    return ergebnis


bild = [[3, 1, 4, 1, 5],
        [9, 2, 6, 5, 3],
        [5, 8, 9, 7, 9],
        [3, 2, 3, 8, 4],
        [6, 2, 6, 4, 3]]
print(np.array(max_pooling(bild, 2, 1)))
print(np.array(max_pooling(bild, 3, 2)))
