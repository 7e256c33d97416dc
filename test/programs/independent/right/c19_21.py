def conv_lists(bild, kern, rand=0, schritt=1):
    """Nested-list correlation. Cells outside of the picture count as zero."""
    H, B = len(bild), len(bild[0])
    h, b = len(kern), len(kern[0])

    def at(y, x):
        return bild[y][x] if -1 < y < H and -1 < x < B else 0

    result = []
    y = -rand
    while y <= H + rand - h:
        row = []
        x = -rand
        while x <= B + rand - b:
            row.append(sum(at(y + i, x + j) * kern[i][j] for j in range(b) for i in range(h)))
            x += schritt
        result.append(row)
        y += schritt
    return result

bild = [[3, 0, 1, 2, 7], [1, 5, 8, 9, 3], [2, 7, 2, 5, 1], [0, 1, 3, 1, 7]]
kern = [[1, 0, -1], [2, 1, 0], [0, -3, 1]]
for line in conv_lists(bild, kern):
    print(line)
print(conv_lists(bild, kern, 1, 2))
