import numpy as np

def convolucion(imagen, filtro, relleno=1):
    """Convolucion 2D; fuera de la imagen se cuenta cero."""
    alto, ancho = imagen.shape
    kf, kc = filtro.shape
    salida = np.zeros((alto + 2 * relleno - kf + 1, ancho + 2 * relleno - kc + 1))
    for y in range(salida.shape[0]):
        for x in range(salida.shape[1]):
            suma = 0.0
            for a in range(kf):
                for b in range(kc):
                    fila, col = y + a - relleno, x + b - relleno
                    try:
                        suma += filtro[a, b] * imagen[fila, col]
                    except IndexError:
                        pass
            salida[y, x] = suma
    return salida

np.random.seed(2)
imagen = np.random.randint(0, 10, (5, 6)).astype(float)
filtro = np.array([[0., 1., 0.], [1., -4., 1.], [0., 1., 0.]])
print(convolucion(imagen, filtro))
