import numpy as np

def rellenar_ceros(X, relleno):
    """
    Rellena con ceros el alto y el ancho de un lote de imagenes.

    X       -- lote de forma (m, alto, ancho, canales)
    relleno -- cantidad de ceros en cada borde
    Devuelve una matriz de forma (m, alto + 2*relleno, ancho + 2*relleno, canales)
    """
    anchos = [(0, 0)] * X.ndim
    anchos[2] = (relleno, relleno)
    anchos[3] = (relleno, relleno)
    return np.pad(X, anchos, mode='constant')

np.random.seed(1)
imagenes = np.random.randn(4, 3, 3, 2)
rellenas = rellenar_ceros(imagenes, 2)
print("forma antes:", imagenes.shape)
print("forma despues:", rellenas.shape)
