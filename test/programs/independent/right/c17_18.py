import numpy as np

def mittel_pooling(x, k, s, rand):
    """Nur echte Bildpunkte zaehlen im Nenner."""
    n, c, h, w = x.shape
    zeilen = (h + 2 * rand - k) // s + 1
    spalten = (w + 2 * rand - k) // s + 1
    aus = np.zeros((n, c, zeilen, spalten))
    for z in range(zeilen):
        oben = max(z * s - rand, 0)
        unten = min(z * s - rand + k, h)
        for q in range(spalten):
            links = max(q * s - rand, 0)
            rechts = min(q * s - rand + k, w)
            flaeche = (unten - oben) * (rechts - links)
            aus[:, :, z, q] = np.sum(x[:, :, oben:unten, links:rechts], axis=(2, 3)) / flaeche
    return aus

np.random.seed(18)
x = np.random.rand(2, 3, 6, 7)
print(mittel_pooling(x, 3, 2, 1)[0, 0])
