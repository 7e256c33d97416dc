import numpy as np
from numpy.lib.stride_tricks import as_strided


def ventanas(imagen, kh, kw, paso):
    """Vista (sin copiar) de todas las ventanas de una imagen HxWxC."""
    alto, ancho, canales = imagen.shape
    fh = (alto - kh) // paso + 1
    fw = (ancho - kw) // paso + 1
    s0, s1, s2 = imagen.strides
    forma = (fh, fw, kh, kw, canales)
    return as_strided(imagen, shape=forma, strides=(s0 * paso, s1, s0, s1, s2), writeable=False)


def convolucion(imagen, filtros, sesgo, paso=1, relleno=0):
    # filtros: kh x kw x canales x n_filtros
    imagen = np.pad(imagen, ((relleno, relleno), (relleno, relleno), (0, 0)))
    kh, kw, c, n = filtros.shape
    v = ventanas(imagen, kh, kw, paso)
    fh, fw = v.shape[:2]
    salida = v.reshape(fh * fw, -1) @ filtros.reshape(-1, n) + sesgo
    return salida.reshape(fh, fw, n)


azar = np.random.default_rng(2024)
imagen = azar.random((7, 8, 3))
filtros = azar.random((3, 3, 3, 2)) - 0.5
sesgo = np.zeros(2)
print(convolucion(imagen, filtros, sesgo, paso=2, relleno=1).shape)
print(convolucion(imagen, filtros, sesgo, paso=2, relleno=1)[..., 0])
