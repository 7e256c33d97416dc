import numpy as np

def convolucion(imagen, filtro, paso=1, relleno=0):
    """Convolución 2D (correlación cruzada), un canal."""
    alto, ancho = imagen.shape
    fa, fb = filtro.shape
    amp = np.zeros((alto + 2 * relleno, ancho + 2 * relleno))
    amp[relleno:relleno + alto, relleno:relleno + ancho] = imagen
    salida_alto = (alto + 2 * relleno - fa) // paso + 1
    salida_ancho = (alto + 2 * relleno - fb) // paso + 1
    salida = np.zeros((salida_alto, salida_ancho))
    suma = 0
    for i in range(salida_alto):
        for j in range(salida_ancho):
            for m in range(fa):
                for n in range(fb):
                    suma += amp[i * paso + m, j * paso + n] * filtro[m, n]
            salida[i, j] = suma
    return salida

np.random.seed(28)
imagen = np.random.rand(5, 8)
filtro = np.array([[1.0, 0.0, -1.0], [2.0, 0.0, -2.0], [1.0, 0.0, -1.0]])
print(convolucion(imagen, filtro, paso=1, relleno=1))
