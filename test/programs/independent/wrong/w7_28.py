# Max-Pooling von Hand (Hausaufgabe 3)
def max_pooling(bild, groesse, schritt):
    hoehe = len(bild)
    breite = len(bild[0])
    ergebnis = []
    i = 0
    while i + groesse <= hoehe:
        zeile = []
        j = 0
        while j + groesse <= breite:
            # größten Wert im Fenster suchen
            groesster = 0
            for a in range(groesse):
                for b in range(groesse):
                    if bild[i + a][j + b] > groesster:
                        groesster = bild[i + a][j + b]
            zeile.append(groesster)
            j += schritt
        ergebnis.append(zeile)
        i += schritt
    return ergebnis


bild = [[-1.5, -2.0, 3.0, 1.0, -4.0],
        [-0.5, -3.0, 2.0, 0.0, -1.0],
        [4.0, -1.0, -2.0, -6.0, -1.5],
        [0.5, 2.5, -3.5, -1.0, -2.0]]
print(max_pooling(bild, 2, 2))
print(max_pooling(bild, 2, 1))
