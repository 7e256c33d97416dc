import numpy as np

def pooling(matrix, fh, fw, sh, sw, how="max"):
    n_rows, n_cols = matrix.shape
    collected = []
    top = 0
    while top + fh <= n_rows:
        line = []
        left = 0
        while left + fw <= n_cols:
            cell = matrix[top:top + fh, left:left + fw]
            line.append(cell.max() if how == "max" else cell.mean())
            left += sw
        collected.append(line)
        top += sh
    return np.array(collected)

M = np.array([[3, 1, 4, 1, 5, 9], [2, 6, 5, 3, 5, 8], [9, 7, 9, 3, 2, 3], [8, 4, 6, 2, 6, 4]])
print(pooling(M, 2, 2, 2, 2))
print(pooling(M, 2, 3, 1, 3, how="mean"))
