def maxpool2d(x, k, s):
    return [[max(max(row[j:j + k]) for row in x[i:i + k])
             for j in range(0, len(x[0]) - k + 1, s)]
            for i in range(0, len(x) - k + 1, s)]

m = [[3, -1, 2, 5, 0, 1],
     [0, 4, -2, 1, 1, 7],
     [6, 2, 8, -3, 2, 2],
     [1, 1, 0, 9, 4, -5]]
print(maxpool2d(m, 2, 2))
print(maxpool2d(m, 3, 1))
