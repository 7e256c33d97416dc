import numpy as np

# Sobel magnitude
Kx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
Ky = Kx.T[::-1]

def filter2d(img, k):
    h, w = img.shape
    kh, kw = k.shape
    out = np.zeros((h - kh + 1, w - kw + 1))
    for y in range(out.shape[0]):
        for x in range(out.shape[1]):
            out[y, x] = (img[y:y + kh, x:x + kw] * k).sum()
    return out

def sobel(img):
    gx = filter2d(img, Kx)
    gy = filter2d(img, Ky)
    return np.sqrt(gx ** 2 + gy ** 2)

img = np.zeros((6, 7))
img[2:5, 3:6] = 100
print(filter2d(img, Kx))
print(sobel(img).round(1))
