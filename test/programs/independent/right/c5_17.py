def maxpool(rows, k=2, s=2):
    H, W = len(rows), len(rows[0])
    return [[max(rows[y + a][x + b] for a in range(k) for b in range(k))
             for x in range(0, W - k + 1, s)]
            for y in range(0, H - k + 1, s)]

def avgpool(rows, k=2, s=2):
    H, W = len(rows), len(rows[0])
    return [[sum(rows[y + a][x + b] for a in range(k) for b in range(k)) / (k * k)
             for x in range(0, W - k + 1, s)]
            for y in range(0, H - k + 1, s)]

m = [[1, 3, 2, 9, 0],
     [7, 4, 1, 5, -2],
     [8, 5, 2, 3, 4],
     [4, 2, 1, 4, 6]]
print(maxpool(m))
print(avgpool(m))
print(maxpool(m, 3, 1))
