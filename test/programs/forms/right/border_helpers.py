import numpy as np


def pad_reflect(img, p):
    return np.pad(img, ((p, p), (p, p)), mode="reflect")


def add_frame(image, n):
    width = len(image[0]) + 2 * n
    rows = [[0] * width for _ in range(n)]
    for row in image:
        rows.append([0] * n + list(row) + [0] * n)
    rows += [[0] * width for _ in range(n)]
    return rows


print(pad_reflect(np.arange(9.0).reshape(3, 3), 1), add_frame([[1, 2], [3, 4]], 1))
