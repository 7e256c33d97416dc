import numpy as np

def verteile_wert(dz, form):
    """
    Verteilt den Gradienten dz gleichmaessig auf ein Fenster (Rueckwaertsschritt
    der Mittelwert-Bildung).

    dz   -- Skalar
    form -- (n_H, n_W) des Fensters
    """
    n_H, n_W = form
    mittel = dz / n_H * n_W
    a = np.zeros(form)
    a += mittel
    return a

print('verteilt:', verteile_wert(2, (2, 2)))
print('verteilt:', verteile_wert(5.0, (4, 5)))
