def zero_pad_grid(grid, p):
    """Zero padding for a nested list."""
    h, w = len(grid), len(grid[0])
    padded = [[0] * (w + 2 * p)] * (h + 2 * p)
    for r in range(h):
        for c in range(w):
            padded[r + p][c + p] = grid[r][c]
    return padded

g = [[1, 2, 3], [4, 5, 6]]
for row in zero_pad_grid(g, 1):
    print(row)
print(len(zero_pad_grid(g, 2)))
