def max_pooling(matrix, size=2, stride=2):
    """Max-Pooling über eine 2D-Liste."""
    hoehe = len(matrix)
    breite = len(matrix[0])
    ergebnis = []
    for y in range(0, hoehe - size + 1, stride):
        zeile = []
        for x in range(0, breite - size + 1, stride):
            groesster = 0
            for dy in range(size):
                for dx in range(size):
                    if matrix[y + dy][x + dx] > groesster:
                        groesster = matrix[y + dy][x + dx]
            zeile.append(groesster)
        ergebnis.append(zeile)
    return ergebnis

m = [[1, 3, -2, -4],
     [5, 6, -7, -8],
     [-3, -2, 1, 0],
     [-1, -2, 3, 4]]
print(max_pooling(m))
