# Convolucion de una imagen de varios canales con listas de listas

def conv_listas(imagen, filtros, sesgos, paso):
    canales = len(imagen)
    alto = len(imagen[0])
    ancho = len(imagen[0][0])
    lado = len(filtros[0][0])
    mapas = []
    f = 0
    while f < len(filtros):
        mapa = []
        y = 0
        while y + lado <= alto:
            fila = []
            x = 0
            while x + lado <= ancho:
                valor = sesgos[f]
                c = canales
                while c:
                    c -= 1
                    for dy in range(lado):
                        for dx in range(lado):
                            valor += imagen[c][y + dy][x + dx] * filtros[f][c][dy][dx]
                fila.append(valor)
                x += paso
            mapa.append(fila)
            y += paso
        mapas.append(mapa)
        f += 1
    return mapas

imagen = [[[1, 2, 3, 4, 5], [0, 1, 0, 1, 0], [2, 2, 2, 2, 2], [1, 0, 3, 0, 1]],
          [[0, 1, 1, 0, 0], [1, 1, 0, 0, 1], [3, 0, 3, 0, 3], [2, 1, 2, 1, 2]]]
filtros = [[[[1, 0], [0, -1]], [[0, 1], [1, 0]]],
           [[[2, 1], [1, 2]], [[-1, 0], [0, 1]]]]
print(conv_listas(imagen, filtros, [0.5, -1], 1))
print(conv_listas(imagen, filtros, [0.5, -1], 2))
