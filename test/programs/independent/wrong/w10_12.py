import numpy as np

# plain python lists first, numpy only at the end
def conv_valid(img, ker):
    h = len(img) - len(ker) + 1
    w = len(img[0]) - len(ker[0]) + 1
    result = [[0.0] * w] * h
    for y in range(h):
        for x in range(w):
            total = 0.0
            for dy, row in enumerate(ker):
                for dx, weight in enumerate(row):
                    total += img[y + dy][x + dx] * weight
            result[y][x] = total
    return np.array(result)

picture = [[1, 2, 0, 1],
           [0, 1, 3, 2],
           [4, 0, 1, 1],
           [2, 2, 5, 0]]
edge = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
print(conv_valid(picture, edge))
