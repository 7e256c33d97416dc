import numpy as np


def convolve2d(image, kernel):
    rows, cols = kernel.shape
    padded = np.pad(image, ((rows // 2, rows // 2), (cols // 2, cols // 2)))
    result = np.zeros_like(image)
    for i in range(image.shape[0]):
        for j in range(image.shape[1]):
            result[i, j] = (padded[i:i + rows, j:j + cols] * kernel).sum()
    return result
