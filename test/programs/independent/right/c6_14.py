import math

def max_pool_ceil(grid, k, s):
    """ceil mode: a window that sticks out uses only the cells that exist"""
    h, w = len(grid), len(grid[0])
    oh = math.ceil((h - k) / s) + 1
    ow = math.ceil((w - k) / s) + 1
    return [[max(grid[y][x]
                 for y in range(i * s, min(i * s + k, h))
                 for x in range(j * s, min(j * s + k, w)))
             for j in range(ow)]
            for i in range(oh)]

grid = [[1, 3, 2, 1, 5],
        [4, 2, 0, 6, 1],
        [7, 1, 8, 2, 2],
        [0, 9, 3, 3, 4],
        [5, 5, 6, 1, 0]]
for row in max_pool_ceil(grid, 2, 2):
    print(row)
