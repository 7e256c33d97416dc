import numpy as np

def sharpen(image):
    kernel = np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]])
    result = image
    for r in range(1, image.shape[0] - 1):
        for c in range(1, image.shape[1] - 1):
            region = image[r - 1:r + 2, c - 1:c + 2]
            result[r, c] = (region * kernel).sum()
    return result  # the border keeps its values

gray = np.array([[10., 10., 10., 10., 10.],
                 [10., 50., 50., 50., 10.],
                 [10., 50., 90., 50., 10.],
                 [10., 50., 50., 50., 10.],
                 [10., 10., 10., 10., 10.]])
print(sharpen(gray))
