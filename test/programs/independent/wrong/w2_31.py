def zero_border(img, p):
    w = len(img[0])
    rows = [[0] * p + r + [0] * p for r in img]
    empty = [0] * (w + 2 * p)
    return [empty] * (2 * p) + rows

def conv_same(img, ker):
    p = len(ker) // 2
    b = zero_border(img, p)
    n = len(ker)
    out = []
    for y in range(len(img)):
        line = []
        for x in range(len(img[0])):
            v = 0
            for dy in range(n):
                for dx in range(n):
                    v += b[y + dy][x + dx] * ker[dy][dx]
            line.append(v)
        out.append(line)
    return out

photo = [[10, 10, 10, 0], [10, 20, 10, 0], [10, 10, 10, 5]]
edge = [[0, 1, 0], [1, -4, 1], [0, 1, 0]]
for line in conv_same(photo, edge):
    print(*line)
