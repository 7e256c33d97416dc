import numpy as np

def convolve2d(image, kernel):
    kh, kw = kernel.shape
    ph, pw = kh // 2, kw // 2
    padded = np.pad(image, ((ph, ph), (pw, pw)), mode='constant')
    output = np.zeros(image.shape, dtype=float)
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            output[y, x] = (kernel * padded[y:y + kh, x:x + kw]).sum()
    return output

def sobel(image):
    Kx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    Ky = np.array([[-1, -2, -1], [0, 0, 0], [1, 2, 1]])
    gx = convolve2d(image, Kx)
    gy = convolve2d(image, Ky)
    magnitude = np.sqrt(gx ** 2 + gx ** 2)
    return magnitude

img = np.zeros((7, 7))
img[2:5, 1:6] = 255
print(sobel(img).round(1))
