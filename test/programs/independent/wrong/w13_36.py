import numpy as np

def conv2d_while(imagen, filtro, paso=1):
    alto, ancho = imagen.shape
    fh, fw = filtro.shape
    salida = np.zeros(((alto - fh) // paso + 1, (ancho - fw) // paso + 1))
    y = 0
    x = 0
    fila = 0
    while y + fh <= alto:
        columna = 0
        while x + fw <= ancho:
            salida[fila, columna] = np.sum(imagen[y:y + fh, x:x + fw] * filtro)
            x += paso
            columna += 1
        y += paso
        fila += 1
    return salida

imagen = np.arange(24.0).reshape(4, 6)
filtro = np.array([[1.0, 0.0], [0.0, -2.0]])
print(conv2d_while(imagen, filtro))
print(conv2d_while(imagen, filtro, paso=2))
