import numpy as np
from typing import Tuple

def convolucion(imagen: np.ndarray, filtros: np.ndarray, sesgo: np.ndarray,
                paso: Tuple[int, int] = (1, 1), borde: Tuple[int, int] = (0, 0)) -> np.ndarray:
    """imagen (canales, alto, ancho); filtros (salidas, canales, fa, fb)."""
    pa, pb = paso
    ba, bb = borde
    lienzo = np.zeros((imagen.shape[0], imagen.shape[1] + 2 * ba, imagen.shape[2] + 2 * bb))
    lienzo[:, ba:ba + imagen.shape[1], bb:bb + imagen.shape[2]] = imagen
    fa, fb = filtros.shape[2:]
    filas = range(0, lienzo.shape[1] - fa + 1, pa)
    columnas = range(0, lienzo.shape[2] - fb + 1, pb)
    mapa = np.empty((filtros.shape[0], len(filas), len(columnas)))
    for s, filtro in enumerate(filtros):
        for i, fila in enumerate(filas):
            for j, columna in enumerate(columnas):
                ventana = lienzo[:, fila:fila + fa, columna:columna + fb]
                mapa[s, i, j] = sesgo[s] + np.vdot(ventana, filtro)
    return mapa

np.random.seed(28)
imagen = np.random.randn(2, 6, 7)
filtros = np.random.randn(3, 2, 3, 2)
sesgo = np.random.randn(3)
print(convolucion(imagen, filtros, sesgo).shape)
print(convolucion(imagen, filtros, sesgo, paso=(2, 3), borde=(1, 0)))
