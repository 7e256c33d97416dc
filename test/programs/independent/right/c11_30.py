import numpy as np
from dataclasses import dataclass

@dataclass
class PoolConfig:
    size: int = 2
    stride: int = 2

def mittelwert_pooling(bild, cfg):
    """Integralbild statt Schleife ueber die Fensterzellen; bild: (H, W)"""
    summe = np.zeros((bild.shape[0] + 1, bild.shape[1] + 1))
    summe[1:, 1:] = np.cumsum(np.cumsum(bild, axis=0), axis=1)
    k, s = cfg.size, cfg.stride
    fenster = summe[k:, k:] - summe[:-k, k:] - summe[k:, :-k] + summe[:-k, :-k]
    return fenster[::s, ::s] / k ** 2

bild = np.arange(30, dtype=float).reshape(5, 6) % 7
print(mittelwert_pooling(bild, PoolConfig()))
print(mittelwert_pooling(bild, PoolConfig(size=3, stride=1)))
