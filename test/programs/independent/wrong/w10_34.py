import numpy as np

def pool(image, size, stride):
    h, w = image.shape
    rows = (h - size) // stride + 1
    cols = (w - size) // stride + 1
    result = np.zeros((rows, cols))
    i = 0
    j = 0
    while i < rows:
        while j < cols:
            top = i
            left = j * stride
            result[i, j] = np.amax(image[top:top + size, left:left + size])
            j += 1
        i += 1
    return result

image = np.array([[3.0, 1.0, 4.0, 1.0, 5.0],
                  [9.0, 2.0, 6.0, 5.0, 3.0],
                  [5.0, 8.0, 9.0, 7.0, 9.0],
                  [3.0, 2.0, 3.0, 8.0, 4.0],
                  [6.0, 2.0, 6.0, 4.0, 3.0],
                  [3.0, 8.0, 3.0, 2.0, 7.0]])
print(pool(image, 2, 2))
print(pool(image, 3, 1))
