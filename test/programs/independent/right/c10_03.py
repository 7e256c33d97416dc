import numpy as np

def faltung(bild, kern):
    """Echte Faltung (Kern gespiegelt), nur der gueltige Bereich."""
    m, n = kern.shape
    zeilen = bild.shape[0] - m + 1
    spalten = bild.shape[1] - n + 1
    ausgabe = np.zeros((zeilen, spalten))
    for a in range(m):
        for b in range(n):
            ausgabe += kern[-1 - a, -1 - b] * bild[a:a + zeilen, b:b + spalten]
    return ausgabe

bild = np.random.default_rng(3).random((6, 5))
kern = np.array([[1.0, 2.0], [3.0, -4.0], [0.0, 1.0]])
print(faltung(bild, kern))
