def correlate(image, kernel):
    kernel_rows, kernel_cols = len(kernel), len(kernel[0])
    result = []
    for top in range(len(image) - kernel_rows + 1):
        line = []
        for left in range(len(image[0]) - kernel_cols + 1):
            total = 0
            for u in range(kernel_rows):
                for v in range(kernel_cols):
                    total += image[top + u][left + v] * kernel[u][v]
            line.append(total)
        result.append(line)
    return result


picture = [[1, 2, 3, 0], [4, 5, 6, 1], [7, 8, 9, 2], [1, 0, 2, 3], [5, 2, 1, 4]]
edge = [[1, 0], [0, -1], [2, 1]]
correlate_result = correlate(picture, edge)


def pool_list(matrix, size, stride):
    pooled = []
    for r in range(0, len(matrix) - size + 1, stride):
        pooled.append([])
        for c in range(0, len(matrix[0]) - size + 1, stride):
            best = matrix[r][c]
            for i in range(size):
                for j in range(size):
                    if matrix[r + i][c + j] > best:
                        best = matrix[r + i][c + j]
            pooled[-1].append(best)
    return pooled


small = pool_list(picture, 2, 1)
