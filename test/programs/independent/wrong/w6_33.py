def max_pool(matrix, size, stride):
    rows = len(matrix)
    cols = len(matrix[0])
    result = []
    for r in range(0, rows - size + 1, stride):
        line = []
        for c in range(0, cols - size + 1, stride):
            biggest = 0
            for i in range(size):
                for j in range(size):
                    if matrix[r + i][c + j] > biggest:
                        biggest = matrix[r + i][c + j]
            line.append(biggest)
        result.append(line)
    return result


feature_map = [
    [-3.0,  1.5,  2.0, -0.5],
    [ 0.5, -2.0,  4.0,  1.0],
    [-1.0, -4.0, -2.5, -0.1],
    [-6.0, -2.0, -3.5, -7.0],
]
pooled = max_pool(feature_map, 2, 2)
for line in pooled:
    print(line)
