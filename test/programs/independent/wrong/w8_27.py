import numpy as np

Kx = np.array([[-1, 0, 1],
               [-2, 0, 2],
               [-1, 0, 1]])
Ky = np.array([[1, 2, 1],
               [0, 0, 0],
               [1, 2, 1]])

def apply_filter(img, k):
    h, w = img.shape
    out = np.zeros((h - 2, w - 2))
    for y in range(h - 2):
        for x in range(w - 2):
            out[y, x] = np.sum(img[y:y+3, x:x+3] * k)
    return out

def sobel(img):
    gx = apply_filter(img, Kx)
    gy = apply_filter(img, Ky)
    return np.sqrt(gx ** 2 + gx ** 2), gx, gy

# white square on black
img = np.zeros((8, 8))
img[2:6, 3:7] = 255
edges, gx, gy = sobel(img)
print(edges.round(1))
print(gy)
