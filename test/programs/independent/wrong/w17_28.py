import numpy as np
from typing import List

Signal = List[List[float]]     # [channel][time]


def faltung1d(signal: Signal, gewichte, bias: List[float], schritt: int = 1, rand: int = 0) -> Signal:
    """gewichte[ausgang][eingang][t]; am Rand wird mit Nullen aufgefuellt"""
    kanaele = len(signal)
    laenge = len(signal[0])
    breite = len(gewichte[0][0])
    gefuellt = [[0.0] * rand + list(zeile) + [0.0] * rand for zeile in signal]
    n_aus = (laenge + 2 * rand - breite) // schritt + 1

    ausgabe = []
    for o in range(len(gewichte)):
        zeile = []
        summe = 0.0
        for t in range(n_aus):
            for k in range(kanaele):
                for d in range(breite):
                    summe += gefuellt[k][t * schritt + d] * gewichte[o][0][d]
            zeile.append(summe + bias[o])
        ausgabe.append(zeile)
    return ausgabe


rng = np.random.RandomState(3)
signal = rng.randint(-3, 4, (2, 7)).tolist()
gewichte = rng.randint(-2, 3, (3, 2, 3)).tolist()
for zeile in faltung1d(signal, gewichte, [0.5, 0.0, -1.0], schritt=1, rand=1):
    print(zeile)
print(len(faltung1d(signal, gewichte, [0, 0, 0], schritt=2)[0]))
