import numpy as np

def mittel_pooling(bild, groesse, schritt, rand=0):
    """Mittelwert-Pooling, die Nullen im Rand zaehlen nicht mit."""
    hoehe, breite = bild.shape
    gepolstert = np.pad(bild, rand)
    gueltig = np.pad(np.ones_like(bild), rand)
    zeilen = (hoehe + 2 * rand - groesse) // schritt + 1
    spalten = (breite + 2 * rand - groesse) // schritt + 1
    ergebnis = np.zeros((zeilen, spalten))
    for z in range(zeilen):
        for s in range(spalten):
            oben, links = z * schritt, s * schritt
            fenster = gepolstert[oben:oben + groesse, links:links + groesse]
            anzahl = gueltig[oben:oben + groesse, links:links + groesse].size
            ergebnis[z, s] = fenster.sum() / anzahl
    return ergebnis

np.random.seed(22)
bild = np.random.rand(6, 7)
erg = mittel_pooling(bild, 3, 2, rand=1)
print(erg)
