import numpy as np

def max_pooling(matrix, size, step):
    """max pooling of a list of lists"""
    n_rows = (len(matrix) - size) // step + 1
    n_cols = (len(matrix[0]) - size) // step + 1
    result = [[0] * n_cols] * n_rows
    for r in range(n_rows):
        for c in range(n_cols):
            values = []
            for i in range(size):
                for j in range(size):
                    values.append(matrix[r * step + i][c * step + j])
            result[r][c] = max(values)
    return result

m = [[1, 3, 2, 9],
     [7, 4, 1, 5],
     [8, 5, 2, 3],
     [4, 2, 1, 4]]
print(np.array(max_pooling(m, 2, 2)))
