import numpy as np
from dataclasses import dataclass


@dataclass(frozen=True)
class Geometrie:
    kern: int
    schritt: int = 1
    rand: int = 0
    dehnung: int = 1

    def ausgabe(self, n: int) -> int:
        return (n + 2 * self.rand - self.dehnung * (self.kern - 1) - 1) // self.schritt + 1


def faltung_1d(signal: np.ndarray, gewicht: np.ndarray, geo: Geometrie) -> np.ndarray:
    """Eindimensionale Faltung, signal (Kanal, Länge), gewicht (Aus, Ein, kern)."""
    laenge = geo.ausgabe(signal.shape[1])
    gepolstert = np.pad(signal, ((0, 0), (geo.rand,) * 2))
    ergebnis = np.zeros((gewicht.shape[0], laenge))
    for t in range(laenge):
        anfang = t * geo.schritt
        ende = anfang + geo.dehnung * geo.kern
        stueck = gepolstert[:, anfang:ende:geo.dehnung]
        ergebnis[:, t] = np.tensordot(gewicht, stueck, axes=2)
    return ergebnis


zufall = np.random.default_rng(6)
signal = zufall.normal(size=(2, 12))
gewicht = zufall.normal(size=(3, 2, 3))
print(faltung_1d(signal, gewicht, Geometrie(3)))
print(faltung_1d(signal, gewicht, Geometrie(3, schritt=2, rand=1, dehnung=2)).shape)
