import numpy as np

def rellenar(imagen, margen):
    """Rellena con ceros una imagen (canales, alto, ancho)."""
    canales, alto, ancho = imagen.shape
    grande = np.zeros((canales, alto + 2 * margen, ancho + 2 * margen))
    grande[:, margen:margen + alto, margen:margen + ancho] = imagen
    return grande

def convolucion(imagen, filtros, sesgo, paso=1, margen=0):
    num, canales, fa, fb = filtros.shape
    grande = rellenar(imagen, margen)
    alto = (grande.shape[1] - fa) // paso + 1
    ancho = (grande.shape[2] - fb) // paso + 1
    salida = np.zeros((num, alto, ancho))
    for k in range(num):
        for fila in range(alto):
            for col in range(ancho):
                acumulado = sesgo[k]
                for c in range(canales):
                    trozo = grande[c, fila * paso:fila * paso + fa, col * paso:col * paso + fb]
                    acumulado += np.sum(trozo * filtros[k, c])
                salida[k, fila, col] = acumulado
    return salida

def relu(z):
    return np.maximum(z, 0)

def relu_atras(da, z):
    dz = np.array(da, copy=True)
    dz[da <= 0] = 0
    return dz

def agrupar_max(imagen, lado, paso):
    canales, alto, ancho = imagen.shape
    filas = range(0, alto - lado + 1, paso)
    cols = range(0, ancho - lado + 1, paso)
    salida = np.zeros((canales, len(filas), len(cols)))
    for i, f in enumerate(filas):
        for j, c in enumerate(cols):
            salida[:, i, j] = imagen[:, f:f + lado, c:c + lado].max(axis=(1, 2))
    return salida

np.random.seed(17)
imagen = np.random.randn(2, 6, 7)
z = convolucion(imagen, np.random.randn(3, 2, 3, 3), np.random.randn(3), paso=1, margen=1)
a = relu(z)
print(agrupar_max(a, 2, 2))
print(relu_atras(np.ones_like(a), z)[0])
