import numpy as np

def pooling_vorwaerts(bild, groesse, schritt, modus="max"):
    """Pooling fuer ein Bild (hoehe, breite, kanaele)."""
    hoehe, breite, kanaele = bild.shape
    aus_h = (hoehe - groesse) // schritt + 1
    aus_b = (breite - groesse) // schritt + 1
    ergebnis = np.zeros((aus_h, aus_b, kanaele))
    for k in range(kanaele):
        for zeile in range(aus_h):
            for spalte in range(aus_b):
                oben = zeile * schritt
                links = spalte * schritt
                fenster = bild[oben:oben + groesse, links:links + groesse, k]
                if modus == "max":
                    ergebnis[zeile, spalte, k] = np.max(fenster)
                else:
                    ergebnis[zeile, spalte, k] = np.sum(fenster) / groesse
    return ergebnis

def pooling_rueckwaerts(d_aus, bild, groesse, schritt, modus="max"):
    d_bild = np.zeros(bild.shape)
    aus_h, aus_b, kanaele = d_aus.shape
    for k in range(kanaele):
        for zeile in range(aus_h):
            for spalte in range(aus_b):
                oben = zeile * schritt
                links = spalte * schritt
                ziel = d_bild[oben:oben + groesse, links:links + groesse, k]
                wert = d_aus[zeile, spalte, k]
                if modus == "max":
                    fenster = bild[oben:oben + groesse, links:links + groesse, k]
                    ziel = ziel + (fenster == fenster.max()) * wert
                else:
                    ziel += wert / groesse ** 2
    return d_bild

np.random.seed(7)
bild = np.random.randn(6, 8, 2)
for modus in ("max", "mittel"):
    aus = pooling_vorwaerts(bild, 3, 2, modus)
    print(aus.shape)
    print(pooling_rueckwaerts(np.ones_like(aus), bild, 3, 2, modus)[:, :, 0])
