import numpy as np

def convolve_while(mat, ker, paso=1, relleno=0):
    """Convolucion 2D (correlacion) con bucles while."""
    mat = np.pad(mat, relleno, mode='reflect')
    alto, ancho = mat.shape
    ka, kb = ker.shape
    salida = []
    fila = 0
    while fila + ka <= alto:
        linea = []
        col = 0
        while col + kb < ancho:
            linea.append((mat[fila:fila + ka, col:col + kb] * ker).sum())
            col += paso
        salida.append(linea)
        fila += paso
    return np.array(salida)

np.random.seed(29)
imagen = np.random.randint(0, 10, (6, 8)).astype(float)
nucleo = np.array([[1., 0.], [0., -1.]])
print(convolve_while(imagen, nucleo))
print(convolve_while(imagen, nucleo, 2, 1))
