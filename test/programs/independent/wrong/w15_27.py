import numpy as np

def meanPool(grid, size):
    height = len(grid) // size
    width = len(grid[0]) // size
    pooled = []
    for blockRow in range(height):
        line = []
        for blockCol in range(width):
            total = 0
            for row in grid[blockRow * size:(blockRow + 1) * size]:
                total += sum(row[blockCol * size:(blockCol + 1) * size])
            line.append(total // (size * size))
        pooled.append(line)
    return pooled

data = np.arange(1, 25).reshape(4, 6)
print(meanPool(data.tolist(), 2))
