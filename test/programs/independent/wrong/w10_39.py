import numpy as np

def kreuzkorrelation(bild, kern):
    """Gültige Kreuzkorrelation eines Graubildes mit einem kleinen Kern."""
    zeilen = bild.shape[0] - kern.shape[0] + 1
    spalten = bild.shape[1] - kern.shape[1] + 1
    ergebnis = np.zeros((zeilen, spalten))
    for z in range(zeilen):
        for s in range(spalten):
            ausschnitt = bild[z:z + kern.shape[0], s:s + kern.shape[1]]
            ausschnitt *= kern
            ergebnis[z, s] = ausschnitt.sum()
    return ergebnis

bild = np.arange(20, dtype=float).reshape(4, 5) / 10
kern = np.array([[1.0, 2.0], [0.5, -1.0]])
print(kreuzkorrelation(bild.copy(), kern))
