import numpy as np

def correlacion(imagen, nucleo):
    """Recorre la imagen de abajo hacia arriba y de derecha a izquierda."""
    alto = len(imagen) - len(nucleo) + 1
    ancho = len(imagen[0]) - len(nucleo[0]) + 1
    salida = np.full((alto, ancho), np.nan)
    for fila in range(-1, -alto - 1, -1):
        for col in range(-1, -ancho - 1, -1):
            abajo = fila + 1 or None
            derecha = col + 1 or None
            trozo = imagen[:abajo, :derecha][-len(nucleo):, -len(nucleo[0]):]
            salida[fila, col] = np.vdot(trozo, nucleo)
    assert not np.isnan(salida).any()
    return salida

imagen = np.array([[1, 5, 2, 0, 3], [2, 8, 1, 9, 4], [4, 3, 4, 5, 6], [1, 0, 1, 0, 2]], dtype=float)
nucleo = np.array([[1, 0, 2], [-1, 3, 0]], dtype=float)
print(correlacion(imagen, nucleo))
