import numpy as np

def conv2d_while(imagen, filtro, paso=1):
    alto, ancho = imagen.shape
    fh, fw = filtro.shape
    filas = []
    y = 0
    while y <= alto - fh:
        fila = []
        x = 0
        while x <= ancho - fw:
            fila += [np.sum(imagen[y:y + fh, x:x + fw] * filtro)]
            x += paso
        filas += [fila]
        y += paso
    return np.array(filas)

imagen = np.arange(24.0).reshape(4, 6)
filtro = np.array([[1.0, 0.0], [0.0, -2.0]])
print(conv2d_while(imagen, filtro))
print(conv2d_while(imagen, filtro, paso=2))
