import numpy as np

def corr2d(X, K):
    """Kreuzkorrelation: verschiebt das Bild statt des Kerns."""
    h, w = K.shape
    hoehe, breite = X.shape[0] - h + 1, X.shape[1] - w + 1
    Y = np.zeros((hoehe, breite))
    for zeile in range(h):
        for spalte in range(w):
            Y += K[zeile, spalte] * X[zeile:zeile + hoehe, spalte:spalte + breite]
    return Y

def corr2d_mehrkanal(X, K):
    return np.array([np.sum([corr2d(x, k) for x, k in zip(X, kern)], axis=0) for kern in K])

X = np.arange(24.0).reshape(2, 3, 4)
K = np.random.default_rng(7).normal(size=(3, 2, 2, 2))
print(corr2d_mehrkanal(X, K))
