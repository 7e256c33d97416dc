def max_pool(matrix, size, stride):
    rows = len(matrix)
    cols = len(matrix[0])
    pooled = []
    for top in range(0, rows - size + 1, stride):
        line = []
        for left in range(0, cols - size + 1, stride):
            block = [matrix[r][c] for r in range(top, top + size) for c in range(left, left + size)]
            line.append(max(block))
        pooled.append(line)
    return pooled


def avg_pool(matrix, size, stride):
    out_rows = (len(matrix) - size) // stride + 1
    out_cols = (len(matrix[0]) - size) // stride + 1
    pooled = [[0] * out_cols for _ in range(out_rows)]
    for i in range(out_rows):
        for j in range(out_cols):
            acc = 0
            for u in range(size):
                for v in range(size):
                    acc += matrix[i * stride + u][j * stride + v]
            pooled[i][j] = acc / (size * size)
    return pooled


print(max_pool([[1, 2, 3, 4], [5, 6, 7, 8], [9, 1, 2, 3], [4, 5, 6, 7]], 2, 2))
print(avg_pool([[1, 2, 3, 4], [5, 6, 7, 8], [9, 1, 2, 3], [4, 5, 6, 7]], 2, 2))
