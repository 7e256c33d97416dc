import numpy as np


def ventana(x, fila, columna, k, paso):
    """Devuelve la ventana k x k que empieza en (fila*paso, columna*paso)."""
    r = fila * paso
    c = columna * paso
    return x[r:r + k, c:c + k]


def convolucion(x, nucleo, sesgo=0.0, paso=1):
    k = nucleo.shape[0]
    filas = (x.shape[0] - k) // paso + 1
    columnas = (x.shape[1] - k) // paso + 1
    salida = np.zeros((filas, columnas))
    for columna in range(columnas):
        for fila in range(filas):
            v = ventana(x, columna, fila, k, paso)
            salida[fila, columna] = np.sum(v * nucleo) + sesgo
    return salida


def max_pool(x, k, paso):
    filas = (x.shape[0] - k) // paso + 1
    columnas = (x.shape[1] - k) // paso + 1
    return np.array([[ventana(x, i, j, k, paso).max() for j in range(columnas)]
                     for i in range(filas)])


imagen = np.arange(36, dtype=float).reshape(6, 6)
nucleo = np.array([[1.0, 0.0, -1.0], [2.0, 0.0, -2.0], [1.0, 0.0, -1.0]])
mapa = convolucion(imagen, nucleo, sesgo=1.0)
print(mapa)
print(max_pool(mapa, 2, 2))
