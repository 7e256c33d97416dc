def avg_pool(m, k):
    # promedio de bloques k x k sin solapamiento
    filas, columnas = len(m), len(m[0])
    salida = []
    for i in range(0, filas - k + 1, k):
        fila = []
        for j in range(0, columnas - k + 1, k):
            suma = 0
            for a in range(k):
                for b in range(k):
                    suma += m[i + a][j + b]
            fila.append(suma // (k * k))
        salida.append(fila)
    return salida

m = [[1, 2, 3, 4],
     [5, 6, 7, 8],
     [9, 10, 11, 12],
     [13, 14, 15, 17]]
print(avg_pool(m, 2))
