import numpy as np

def promedio_pool(entrada, k, paso, relleno):
    """Pooling promedio de una imagen (alto, ancho).
    Las celdas de relleno no cuentan en el promedio (count_include_pad=False)."""
    alto, ancho = entrada.shape
    sal_alto = (alto + 2 * relleno - k) // paso + 1
    sal_ancho = (ancho + 2 * relleno - k) // paso + 1
    salida = np.zeros((sal_alto, sal_ancho))
    for fila in range(sal_alto):
        for col in range(sal_ancho):
            f0 = fila * paso - relleno
            c0 = col * paso - relleno
            f1 = min(f0 + k, alto)
            c1 = min(c0 + k, alto)
            f0 = max(f0, 0)
            c0 = max(c0, 0)
            suma = entrada[f0:f1, c0:c1].sum()
            salida[fila, col] = suma / (k * k)
    return salida

np.random.seed(35)
imagen = np.random.randn(5, 7)
print(promedio_pool(imagen, 3, 2, 1))
print(promedio_pool(imagen, 2, 1, 0))
