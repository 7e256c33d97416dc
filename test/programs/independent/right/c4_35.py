import numpy as np

Kx = np.array([[-1, 0, 1],
               [-2, 0, 2],
               [-1, 0, 1]], dtype=np.float32)
Ky = Kx.T

def filter2d(image, kernel):
    h, w = image.shape
    p = kernel.shape[0] // 2
    padded = np.pad(image.astype(np.float32), p, mode='reflect')
    out = np.zeros((h, w), dtype=np.float32)
    for y in range(h):
        for x in range(w):
            out[y, x] = (padded[y:y + 2 * p + 1, x:x + 2 * p + 1] * kernel).sum()
    return out

def sobel_filters(img):
    Ix = filter2d(img, Kx)
    Iy = filter2d(img, Ky)
    G = np.hypot(Ix, Iy)
    theta = np.arctan2(Iy, Ix)
    return Ix, Iy, G, theta

img = np.array([[0, 0, 0, 255, 255],
                [0, 0, 0, 255, 255],
                [0, 0, 50, 255, 255],
                [0, 0, 90, 120, 255],
                [0, 0, 0, 0, 0]], dtype=np.uint8)
Ix, Iy, G, theta = sobel_filters(img)
print(Ix)
print(G.round(2))
