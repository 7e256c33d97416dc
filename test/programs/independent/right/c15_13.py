import numpy as np

def faltung1d(signal, gewichte, bias, schritt=1):
    """signal (C, L), gewichte (F, C, k)"""
    k = gewichte.shape[-1]
    spalten = []
    t = 0
    while t + k <= signal.shape[1]:
        spalten.append(np.tensordot(gewichte, signal[:, t:t + k], 2) + bias)
        t += schritt
    return np.stack(spalten, axis=-1)

rng = np.random.default_rng(4)
print(faltung1d(rng.normal(size=(2, 9)), rng.normal(size=(3, 2, 3)), np.array([0.0, 1.0, -1.0]), schritt=2))
