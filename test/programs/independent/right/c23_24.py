import numpy as np

def massimo_righe(x, k, passo):
    n = (x.shape[0] - k) // passo + 1
    ris = x[0:n * passo:passo].copy()
    for d in range(1, k):
        np.maximum(ris, x[d:d + (n - 1) * passo + 1:passo], out=ris)
    return ris

def max_pool_separabile(x, k, passo):
    """Il massimo su una finestra = massimo sulle righe, poi sulle colonne."""
    return massimo_righe(massimo_righe(x, k, passo).T, k, passo).T

def max_pool_diretto(x, k, passo):
    alt = (x.shape[0] - k) // passo + 1
    lar = (x.shape[1] - k) // passo + 1
    y = np.full((alt, lar), -np.inf)
    for u in range(k):
        for v in range(k):
            y = np.maximum(y, x[u:u + passo * (alt - 1) + 1:passo, v:v + passo * (lar - 1) + 1:passo])
    return y

a = np.array([[3., -1., 4., 1.], [5., -9., 2., 6.], [5., 3., -5., 8.], [9., 7., 9., 3.]])
print(max_pool_separabile(a, 2, 2))
print(max_pool_diretto(a, 3, 1))
