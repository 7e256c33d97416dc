import numpy as np

# Sobel edge detection (horizontal gradient)
Gx = np.array([[-1, 0, 1],
               [-2, 0, 2],
               [-1, 0, 1]])

def sobel_filter(image, kernel):
    rows, cols = image.shape
    output = np.zeros((rows - 2, cols - 2), dtype=np.uint8)
    for r in range(rows - 2):
        for c in range(cols - 2):
            region = image[r:r + 3, c:c + 3]
            output[r, c] = np.sum(region * kernel)
    return output

image = np.array([[10, 10, 10, 80, 80, 20],
                  [10, 10, 10, 80, 80, 20],
                  [10, 10, 10, 80, 80, 20],
                  [10, 10, 10, 80, 80, 20],
                  [10, 10, 10, 80, 80, 20]])
edges = sobel_filter(image, Gx)
print(edges)
