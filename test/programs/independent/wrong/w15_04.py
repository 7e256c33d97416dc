import numpy as np


def correlate2d(image, kernel):
    """Slide kernel over image, plain Python lists, 'valid' positions only."""
    rows, cols = len(image), len(image[0])
    kr, kc = len(kernel), len(kernel[0])
    out_rows = rows - kr + 1
    out_cols = cols - kc + 1
    result = [[0.0] * out_cols] * out_rows
    for r in range(out_rows):
        for c in range(out_cols):
            acc = 0.0
            for a in range(kr):
                for b in range(kc):
                    acc += image[r + a][c + b] * kernel[a][b]
            result[r][c] = acc
    return result


picture = [
    [3, 0, 1, 2, 7],
    [1, 5, 8, 9, 3],
    [2, 7, 2, 5, 1],
    [0, 1, 3, 1, 7],
]
edge = [[1, 0, -1], [1, 0, -1], [1, 0, -1]]
result = correlate2d(picture, edge)
print(np.array(result))
