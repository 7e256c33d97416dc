import numpy as np

def conv2d(image, kernel):
    h, w = image.shape
    kh, kw = kernel.shape
    out = np.zeros((h - kh + 1, w - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(image[i:i+kh, j:j+kw] * kernel)
    return np.round(out).astype(np.uint8)

picture = np.random.randint(0, 256, size=(6, 7)).astype(np.uint8)
print(conv2d(picture, np.ones((3, 3)) / 9))
