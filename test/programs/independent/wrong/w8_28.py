import numpy as np

def box_blur(img):
    """mean of the 3x3 neighbourhood, image shrinks by 2"""
    rows, cols = img.shape
    blurred = np.zeros((rows - 2, cols - 2))
    for i in range(1, rows - 1):
        for j in range(1, cols - 1):
            acc = np.uint8(0)
            for di in (-1, 0, 1):
                for dj in (-1, 0, 1):
                    acc = acc + img[i + di, j + dj]
            blurred[i - 1, j - 1] = acc / 9
    return blurred

np.random.seed(8)
photo = np.random.randint(0, 256, size=(6, 7)).astype(np.uint8)
print(photo)
print(np.round(box_blur(photo), 2))
