import numpy as np

def maxpool(a, k=2, s=2):
    h, w = a.shape
    return np.array([[a[y:y + k, x:x + k].max() for y in range(0, h - k + 1, s)] for x in range(0, w - k + 1, s)])

board = np.array([[3, 1, 4, 1, 5, 9],
                  [2, 6, 5, 3, 5, 8],
                  [9, 7, 9, 3, 2, 3],
                  [8, 4, 6, 2, 6, 4]])
print(maxpool(board))
