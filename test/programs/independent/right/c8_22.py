import numpy as np
from functools import reduce

# everything as nested lists, no numpy in the inner part
def pool_list(grid, k, step, pick=max):
    out = []
    for top in range(0, len(grid) - k + 1, step):
        out.append([])
        for left in range(0, len(grid[0]) - k + 1, step):
            cells = [grid[top + d // k][left + d % k] for d in range(k * k)]
            out[-1].append(pick(cells))
    return out

def mean(cells):
    return reduce(lambda a, b: a + b, cells) / len(cells)

grid = [[-1, -2, -3, -4], [-5, -6, -7, -8], [-9, -1, -2, -3], [-4, -5, -6, -7], [0, 1, 2, 3]]
print(np.array(pool_list(grid, 2, 2)))
print(np.array(pool_list(grid, 2, 1, pick=mean)))
print(np.array(pool_list(grid, 3, 1, pick=min)))
