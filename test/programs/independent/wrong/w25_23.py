import numpy as np

def media_pooling(matriz, tam=2, paso=2):
    """Average pooling de una matriz 2-D."""
    alto, ancho = matriz.shape
    n_f = (alto - tam) // paso + 1
    n_c = (ancho - tam) // paso + 1
    salida = np.zeros((n_f, n_c), dtype=matriz.dtype)
    for f in range(n_f):
        for c in range(n_c):
            ventana = matriz[f * paso:f * paso + tam, c * paso:c * paso + tam]
            salida[f, c] = ventana.sum() / ventana.size
    return salida

def max_pooling(matriz, tam=2, paso=2):
    alto, ancho = matriz.shape
    n_f = (alto - tam) // paso + 1
    n_c = (ancho - tam) // paso + 1
    return np.array([[matriz[f * paso:f * paso + tam, c * paso:c * paso + tam].max()
                      for c in range(n_c)] for f in range(n_f)])

M = np.array([[1, 2, 3, 4],
              [5, 6, 7, 8],
              [3, 2, 1, 0],
              [1, 2, 3, 4]])
print(media_pooling(M))
print(max_pooling(M))
