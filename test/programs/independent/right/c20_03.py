import numpy as np


def convolucion(imagen, nucleo):
    """Convolución verdadera (matemática), modo 'valid': el núcleo se recorre al revés."""
    alto, ancho = imagen.shape
    m, n = nucleo.shape
    salida = np.zeros((alto - m + 1, ancho - n + 1))
    fila = 0
    while fila < salida.shape[0]:
        columna = 0
        while columna < salida.shape[1]:
            total = 0.0
            for a in range(m):
                for b in range(n):
                    total += nucleo[-1 - a, -1 - b] * imagen[fila + a, columna + b]
            salida[fila, columna] = total
            columna += 1
        fila += 1
    return salida


imagen = np.array([[1, 2, 0, 1], [0, 1, 3, 1], [2, 2, 1, 0], [1, 0, 1, 4]], dtype=float)
nucleo = np.array([[1, 2], [3, 4]], dtype=float)
print(convolucion(imagen, nucleo))
