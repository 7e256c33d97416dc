import numpy as np

def convolucion(imagen, filtros, sesgo, paso=1, relleno=0):
    """imagen (alto, ancho, canales), filtros (n, k, k, canales)"""
    if relleno:
        imagen = np.pad(imagen, [(relleno,) * 2, (relleno,) * 2, (0, 0)])
    n, k, _, _ = filtros.shape
    alto = (imagen.shape[0] - k + paso) // paso
    ancho = (imagen.shape[1] - k + paso) // paso
    salida = np.tile(sesgo.astype(float), (alto, ancho, 1))
    for y in range(alto):
        for x in range(ancho):
            ventana = imagen[y * paso:][:k, x * paso:][:, :k]
            salida[y, x] += (filtros * ventana).reshape(n, -1).sum(1)
    return salida

np.random.seed(21)
imagen = np.random.randn(7, 6, 3)
filtros = np.random.randn(4, 3, 3, 3)
sesgo = np.arange(4)
print(convolucion(imagen, filtros, sesgo, paso=2, relleno=1).shape)
