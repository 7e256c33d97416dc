import numpy as np


def filter2d(img, kernel):
    """Apply one filter to a gray image (feature map of the same size, zero border)."""
    kh, kw = kernel.shape
    top, left = kh // 2, kw // 2
    padded = np.zeros((img.shape[0] + kh - 1, img.shape[1] + kw - 1))
    padded[top:top + img.shape[0], left:left + img.shape[1]] = img
    out = np.zeros_like(img)
    for row in range(img.shape[0]):
        for col in range(img.shape[1]):
            region = padded[row:row + kh, col:col + kw]
            out[row, col] = (region * kernel).sum()
    return out


gray = np.random.RandomState(0).randint(0, 50, size=(6, 7)).astype(np.uint8)
blur = np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]]) / 16
print(filter2d(gray, blur))
