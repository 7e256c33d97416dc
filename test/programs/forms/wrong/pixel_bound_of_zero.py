import numpy as np


def filtered(picture, kernel, step, border):
    """Sums of products; pixels outside of the picture count as 0. picture: (rows, cols), kernel: (kr, kc)."""
    rows, cols = picture.shape
    kr, kc = kernel.shape
    result = np.zeros(((rows + 2 * border - kr) // step + 1, (cols + 2 * border - kc) // step + 1))
    for i in range(result.shape[0]):
        for j in range(result.shape[1]):
            for a in range(kr):
                for b in range(kc):
                    row = i * step + a - border
                    col = j * step + b - border
                    if 0 < row < rows and 0 < col < cols:
                        result[i, j] += picture[row, col] * kernel[a, b]
    return result


print(filtered(np.arange(20.0).reshape(4, 5), np.array([[1.0, 2, 0], [0, -1, 1], [2, 0, 1]]), 1, 1))
