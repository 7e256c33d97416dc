# Faltung einer Matrix mit einem quadratischen Kern, ohne Bibliotheken
def falte(bild, kern):
    h = len(bild)
    b = len(bild[0])
    n_k = len(kern)
    ausgabe = []
    for y in range(h - n_k):
        zeile = []
        for x in range(b - n_k + 1):
            summe = 0
            for m in range(n_k):
                for n in range(n_k):
                    summe += bild[y + m][x + n] * kern[n][m]
            zeile.append(summe)
        ausgabe.append(zeile)
    return ausgabe

bild = [[1, 2, 0, 3], [0, 1, 5, 1], [2, 2, 1, 0], [3, 0, 1, 4], [1, 1, 2, 2]]
kern = [[1, 2], [0, -1]]
print(falte(bild, kern))
