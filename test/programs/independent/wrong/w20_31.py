import numpy as np

def poolmax(matriz, tam, paso):
    """Max pooling de una matriz con bucles puros (sin np.max)."""
    filas = len(matriz)
    columnas = len(matriz[0])
    salida = []
    for i in range(0, filas - tam + 1, paso):
        fila = []
        for j in range(0, columnas - tam + 1, paso):
            mayor = 0
            for u in range(tam):
                for v in range(tam):
                    if matriz[i + u][j + v] > mayor:
                        mayor = matriz[i + u][j + v]
            fila.append(mayor)
        salida.append(fila)
    return np.array(salida)

m = np.array([[-4.0, -3.0, 2.0, 1.0],
              [-7.0, -1.0, 0.5, 3.0],
              [5.0, 6.0, -2.0, -8.0],
              [1.0, 2.0, -6.0, -5.0]])
print(poolmax(m, 2, 2))
print(poolmax(m.tolist(), 3, 1))
