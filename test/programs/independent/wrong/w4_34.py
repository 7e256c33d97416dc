def max_pool(grid, size, step):
    pooled = []
    for r in range(0, len(grid) - size + 1, step):
        row = []
        for c in range(0, len(grid[0]) - size + 1, step):
            best = 0
            for dr in range(size):
                for dc in range(size):
                    if grid[r + dr][c + dc] > best:
                        best = grid[r + dr][c + dc]
            row.append(best)
        pooled.append(row)
    return pooled

grid = [[-1, -2, 3, 4],
        [-5, -6, 7, 8],
        [9, 10, -11, -12],
        [13, 14, -15, -16]]
print(max_pool(grid, 2, 2))
print(max_pool(grid, 3, 1))
