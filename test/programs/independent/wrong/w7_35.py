import numpy as np

def blur(image, k=3):
    """Filtro de media: cada píxel es el promedio de sus vecinos (los bordes no cambian)"""
    alto, ancho = image.shape
    m = k // 2
    salida = image
    for i in range(m, alto - m):
        for j in range(m, ancho - m):
            vecinos = image[i - m:i + m + 1, j - m:j + m + 1]
            salida[i, j] = vecinos.sum() / (k * k)
    return salida

foto = np.array([[1., 2., 3., 4., 5., 6.],
                 [6., 50., 4., 3., 2., 1.],
                 [1., 1., 90., 1., 1., 1.],
                 [2., 4., 6., 8., 10., 12.],
                 [9., 7., 5., 3., 1., 0.]])
print("antes:\n", foto)
print("despues:\n", blur(foto))
