def promedio(imagen, ventana, paso):
    """Capa de agrupacion por promedio sobre una imagen (lista de listas)."""
    alto, ancho = len(imagen), len(imagen[0])
    salida = []
    for i in range(0, alto - ventana + 1, paso):
        fila = []
        for j in range(0, ancho - ventana + 1, ventana):
            suma = 0
            for a in range(ventana):
                for b in range(ventana):
                    suma += imagen[i + a][j + b]
            fila.append(suma // (ventana * ventana))
        salida.append(fila)
    return salida


imagen = [[1, 5, 2, 8, 4],
          [7, 3, 6, 0, 9],
          [2, 2, 1, 4, 4],
          [9, 8, 7, 5, 6],
          [3, 1, 0, 2, 5]]
for fila in promedio(imagen, 2, 2):
    print(fila)
print(promedio(imagen, 3, 1))
