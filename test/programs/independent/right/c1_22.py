from statistics import mean

def average_pool(grid, k):
    """Промежуточный слой: усреднение по блокам k x k (без перекрытия)."""
    rows = len(grid) // k
    cols = len(grid[0]) // k
    out = []
    for r in range(rows):
        line = []
        for c in range(cols):
            block = [grid[r * k + i][c * k + j] for i in range(k) for j in range(k)]
            line.append(mean(block))
        out.append(line)
    return out

print(average_pool([[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]], 2))
