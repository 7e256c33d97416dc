import numpy as np


def ausgabegroesse(n, kern, rand, schritt):
    return (n + 2 * rand - kern) // schritt + 1


def faltung(bild, kerne, schritt=1, rand=0):
    """Faltung eines Bildes (Hoehe, Breite) mit mehreren Kernen (Anzahl, kh, kb)."""
    anzahl, kh, kb = kerne.shape
    hoehe = ausgabegroesse(bild.shape[0], kh, rand, schritt)
    breite = ausgabegroesse(bild.shape[1], kb, schritt, rand)
    mit_rand = np.pad(bild, rand)
    ergebnis = np.zeros((anzahl, hoehe, breite))
    for nr, kern in enumerate(kerne):
        for z in range(hoehe):
            for s in range(breite):
                oben, links = z * schritt, s * schritt
                ausschnitt = mit_rand[oben:oben + kh, links:links + kb]
                ergebnis[nr, z, s] = np.sum(ausschnitt * kern)
    return ergebnis


np.random.seed(5)
bild = np.random.rand(7, 9)
kerne = np.random.rand(2, 3, 3)
print(faltung(bild, kerne, schritt=1, rand=1).shape)
print(faltung(bild, kerne, schritt=2, rand=1)[0])
