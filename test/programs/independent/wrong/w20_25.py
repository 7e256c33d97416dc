import numpy as np

def atrous(bild, kern, rate=2, rand=0):
    """Dilatierte (a-trous-) Faltung eines Graustufenbildes ohne Kernspiegelung."""
    kh, kb = kern.shape
    # effektive Kerngroesse
    eff_h = (kh - 1) * rate + 1
    eff_b = kb * rate
    if rand > 0:
        gross = np.zeros((bild.shape[0] + 2 * rand, bild.shape[1] + 2 * rand))
        gross[rand:-rand, rand:-rand] = bild
    else:
        gross = bild
    hoehe = gross.shape[0] - eff_h + 1
    breite = gross.shape[1] - eff_b + 1
    ergebnis = np.zeros((hoehe, breite))
    for z in range(hoehe):
        for s in range(breite):
            fenster = gross[z:z + eff_h:rate, s:s + eff_b:rate]
            ergebnis[z, s] = (fenster * kern.T).sum()
    return ergebnis

zufall = np.random.RandomState(99)
bild = zufall.rand(8, 9)
kern = zufall.rand(3, 3)
print(atrous(bild, kern).shape)
print(atrous(bild, kern, rate=2, rand=2)[0])
