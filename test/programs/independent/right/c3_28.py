# Convolución de una imagen (lista de listas) con un núcleo, sin numpy
def rellenar(img, p):
    ancho = len(img[0]) + 2 * p
    arriba = [[0] * ancho for _ in range(p)]
    abajo = [[0] * ancho for _ in range(p)]
    return arriba + [[0] * p + list(fila) + [0] * p for fila in img] + abajo

def convoluir(img, nucleo, paso=1, relleno=0):
    img = rellenar(img, relleno)
    alto_k, ancho_k = len(nucleo), len(nucleo[0])
    salida = []
    for y in range(0, len(img) - alto_k + 1, paso):
        fila = []
        for x in range(0, len(img[0]) - ancho_k + 1, paso):
            suma = 0
            for a in range(alto_k):
                for b in range(ancho_k):
                    suma += img[y + a][x + b] * nucleo[a][b]
            fila.append(suma)
        salida.append(fila)
    return salida

imagen = [[1, 2, 3, 4, 5], [6, 7, 8, 9, 0], [1, 3, 5, 7, 9], [2, 4, 6, 8, 0]]
nucleo = [[1, 0, -1], [1, 0, -1], [1, 0, -1]]
for fila in convoluir(imagen, nucleo, paso=1, relleno=1):
    print(fila)
print(convoluir(imagen, nucleo, 2, 1))
