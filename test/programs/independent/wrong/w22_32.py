import numpy as np

def single_step(window, kernel, bias):
    product = window @ kernel
    return product.sum() + bias

def convolve(picture, kernel, bias=0.0):
    k = kernel.shape[0]
    return np.array([[single_step(picture[r:r + k, c:c + k], kernel, bias)
                      for c in range(picture.shape[1] - k + 1)]
                     for r in range(picture.shape[0] - k + 1)])

picture = np.array([[1, 0, 2, 3, 1],
                    [4, 6, 6, 8, 0],
                    [3, 1, 1, 0, 2],
                    [1, 2, 2, 4, 5]], dtype=float)
kernel = np.array([[1, 0, -1], [1, 0, -1], [1, 0, -1]], dtype=float)
print(convolve(picture, kernel))
print(convolve(picture, kernel.T, bias=1.0))
