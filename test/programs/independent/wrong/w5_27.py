def avg_pool(matrix, k=2, s=2):
    h, w = len(matrix), len(matrix[0])
    res = []
    for i in range(0, h - k + 1, s):
        res.append([])
        for j in range(0, w - k, s):
            window = [matrix[i + p][j + q] for p in range(k) for q in range(k)]
            res[-1].append(sum(window) / len(window))
    return res

matrix = [[1, 3, 2, 4], [5, 7, 6, 8], [9, 2, 1, 0], [4, 4, 3, 3]]
print(avg_pool(matrix))
print(avg_pool(matrix, 3, 1))
