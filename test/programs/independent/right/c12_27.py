import numpy as np


def faltung_rueckwaerts(dy, x, w, schritt=1, rand=0):
    """Gradienten einer Faltung (Kreuzkorrelation); x (N,C,H,B), w (F,C,k,k), dy (N,F,h,b).

    Eingabegradient: dy mit Nullen spreizen, mit dem gedrehten Kern falten.
    """
    N, C, H, B = x.shape
    F, _, k, _ = w.shape
    HR, BR = H + 2 * rand, B + 2 * rand

    # gespreizt so gross, dass das Ergebnis genau das aufgefuellte Bild ist
    gespreizt = np.zeros((N, F, HR + k - 1, BR + k - 1))
    h, b = dy.shape[2:]
    gespreizt[:, :, k - 1:k - 1 + schritt * h:schritt, k - 1:k - 1 + schritt * b:schritt][:, :, :h, :b] = dy

    dx = np.zeros((N, C, HR, BR))
    for u in range(k):
        for v in range(k):
            stueck = gespreizt[:, :, u:u + HR, v:v + BR]
            dx += np.einsum('nfhb,fc->nchb', stueck, w[:, :, k - 1 - u, -1 - v])

    xr = np.pad(x, ((0, 0), (0, 0), (rand, rand), (rand, rand)))
    dw = np.zeros_like(w)
    for u in range(k):
        for v in range(k):
            stueck = xr[:, :, u:u + schritt * (h - 1) + 1:schritt, v:v + schritt * (b - 1) + 1:schritt]
            dw[:, :, u, v] = np.tensordot(dy, stueck, axes=([0, 2, 3], [0, 2, 3]))
    return dx[:, :, rand:rand + H, rand:rand + B], dw, dy.sum((0, 2, 3))


np.random.seed(50)
x = np.random.randn(2, 3, 6, 5)
w = np.random.randn(4, 3, 3, 3)
dy = np.random.randn(2, 4, 3, 3)
dx, dw, db = faltung_rueckwaerts(dy, x, w, schritt=2, rand=1)
print(dx.shape, dw.shape, db.shape)
print(dx[0, 0])
