import numpy as np

def image_filter(img, kernel):
    kh, kw = kernel.shape
    top = kh
    side = kw // 2
    canvas = np.zeros((img.shape[0] + 2 * kh, img.shape[1] + 2 * side))
    canvas[top:top + img.shape[0], side:side + img.shape[1]] = img
    result = np.zeros(img.shape)
    for row in range(img.shape[0]):
        for col in range(img.shape[1]):
            window = canvas[row:row + kh, col:col + kw]
            result[row, col] = np.sum(window * kernel.T)
    return result

sobel_x = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
img = np.zeros((6, 6))
img[1:5, 2:4] = 10
print(image_filter(img, sobel_x))
