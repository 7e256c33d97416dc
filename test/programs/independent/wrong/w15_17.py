import numpy as np

def maxpool_while(mat, size, step):
    H, W = mat.shape
    outH = (H - size) // step + 1
    outW = (W - size) // step + 1
    result = np.zeros((outH, outW))
    row = 0
    col = 0
    while row < outH:
        while col < outW:
            block = mat[row * step: row * step + size, col * step: col * step + size]
            result[row, col] = block.max()
            col += 1
        row += 1
    return result

a = np.array([[1., 3, 2, 9], [5, 6, 1, 7], [4, 2, 8, 6], [3, 5, 7, 2]])
print(maxpool_while(a, 2, 2))
print(maxpool_while(a, 2, 1))
