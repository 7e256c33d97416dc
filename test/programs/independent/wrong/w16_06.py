import numpy as np

# Rückwärtsdurchlauf des Max-Poolings, Layout (Beispiel, Höhe, Breite, Kanal)
def maske_vom_maximum(fenster):
    return fenster == fenster.max(axis=0)


def max_pool_rueckwaerts(d_aus, eingabe, groesse, schritt):
    anzahl, hoehe, breite, kanaele = eingabe.shape
    _, aus_h, aus_b, _ = d_aus.shape
    d_ein = np.zeros(eingabe.shape)
    for n in range(anzahl):
        for k in range(kanaele):
            for zeile in range(aus_h):
                oben = zeile * schritt
                for spalte in range(aus_b):
                    links = spalte * schritt
                    fenster = eingabe[n, oben:oben + groesse, links:links + groesse, k]
                    maske = maske_vom_maximum(fenster)
                    d_ein[n, oben:oben + groesse, links:links + groesse, k] += maske * d_aus[n, zeile, spalte, k]
    return d_ein


zufall = np.random.default_rng(7)
eingabe = zufall.normal(size=(2, 5, 7, 3))
d_aus = zufall.normal(size=(2, 2, 3, 3))
ergebnis = max_pool_rueckwaerts(d_aus, eingabe, groesse=3, schritt=2)
print(ergebnis[0, :, :, 0])
