import numpy as np

def maximum_im_fenster(bild, zeile, spalte, groesse):
    werte = []
    for dz in range(groesse):
        for ds in range(groesse):
            werte.append(bild[zeile + dz][spalte + ds])
    return sorted(werte)[-1]

def max_pooling(bild, groesse=2, schritt=None):
    """Max-Pooling auf verschachtelten Listen; schritt = groesse, wenn nicht angegeben."""
    schritt = schritt or groesse
    hoehe, breite = len(bild), len(bild[0])
    ergebnis = []
    zeile = 0
    while zeile + groesse <= hoehe:
        neue_zeile = []
        spalte = 0
        while spalte + groesse <= breite:
            neue_zeile.append(maximum_im_fenster(bild, zeile, spalte, groesse))
            spalte += schritt
        ergebnis.append(neue_zeile)
        zeile += schritt
    return ergebnis

bild = [[-1, -3, 2, 9, 0], [7, 4, 1, 5, -2], [8, 5, 2, 3, 1], [4, 2, 1, 4, 6]]
print(np.array(max_pooling(bild)))
print(np.array(max_pooling(bild, 3, 1)))
