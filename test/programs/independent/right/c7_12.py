def conv_listas(imagen, nucleo, sesgo=0, paso=1, relleno=0):
    """Convolucion (correlacion cruzada) con listas; el relleno no se construye, se omite."""
    alto, ancho = len(imagen), len(imagen[0])
    a, b = len(nucleo), len(nucleo[0])
    salida = []
    i = -relleno
    while i + a <= alto + relleno:
        fila = []
        j = -relleno
        while j + b <= ancho + relleno:
            total = sesgo
            for u in range(a):
                for v in range(b):
                    y, x = i + u, j + v
                    if 0 <= y < alto and 0 <= x < ancho:
                        total += imagen[y][x] * nucleo[u][v]
            fila.append(total)
            j += paso
        salida.append(fila)
        i += paso
    return salida

imagen = [[1, 2, 3, 0], [0, 1, 2, 3], [3, 0, 1, 2], [2, 3, 0, 1], [1, 1, 1, 1]]
nucleo = [[2, 0, 1], [0, 1, 2], [1, 0, 2]]
print(conv_listas(imagen, nucleo))
print(conv_listas(imagen, nucleo, sesgo=3, paso=2, relleno=1))
