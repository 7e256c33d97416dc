import numpy as np

def faltung(bild, filter_, schritt=1):
    # Kreuzkorrelation mit while-Schleifen
    fh, fb = filter_.shape
    ergebnis = []
    oben = 0
    while oben + fh <= bild.shape[0]:
        zeile = []
        links = 0
        while links + fb <= bild.shape[1]:
            ausschnitt = bild[oben:oben + fh, links:links + fb]
            zeile.append(float(np.vdot(ausschnitt, filter_)))
            links += schritt
        ergebnis.append(zeile)
        oben += schritt
    return np.array(ergebnis)

bild = np.array([[1, 2, 3, 4, 5],
                 [5, 4, 3, 2, 1],
                 [0, 1, 0, 1, 0],
                 [2, 2, 2, 2, 2]])
print(faltung(bild, np.array([[1, 0], [0, -1]])))
print(faltung(bild, np.array([[1, 0], [0, -1]]), schritt=2))
