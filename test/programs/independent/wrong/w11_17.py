import numpy as np

def media_pooling(entrada, tam, paso):
    """Average pooling. entrada: (alto, ancho, canales)"""
    alto, ancho, canales = entrada.shape
    filas = (alto - tam) // paso + 1
    columnas = (ancho - tam) // paso + 1
    salida = np.zeros((filas, columnas, canales))
    for i, j in zip(range(filas), range(columnas)):
        ventana = entrada[i * paso:i * paso + tam, j * paso:j * paso + tam]
        salida[i, j] = ventana.mean(axis=(0, 1))
    return salida

np.random.seed(5)
imagen = np.random.rand(6, 8, 3)
print(media_pooling(imagen, 2, 2)[..., 0])
