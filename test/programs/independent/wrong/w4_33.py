def convolution(matrix, kernel, stride=1):
    n_rows = len(matrix)
    n_cols = len(matrix[0])
    k_rows = len(kernel)
    k_cols = len(kernel[0])

    out_rows = (n_rows - k_rows) // stride + 1
    out_cols = (n_cols - k_cols) // stride + 1
    result = [[0] * out_cols] * out_rows

    for i in range(out_rows):
        for j in range(out_cols):
            total = 0
            for ki in range(k_rows):
                for kj in range(k_cols):
                    total += matrix[i * stride + ki][j * stride + kj] * kernel[ki][kj]
            result[i][j] = total
    return result

matrix = [
    [1, 2, 3, 0],
    [0, 1, 2, 3],
    [3, 0, 1, 2],
    [2, 3, 0, 1],
]
kernel = [
    [2, 0, 1],
    [0, 1, 2],
    [1, 0, 2],
]
for row in convolution(matrix, kernel):
    print(row)
