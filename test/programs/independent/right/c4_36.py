import numpy as np

def gaussian_kernel(size, sigma):
    ax = np.arange(size) - (size - 1) / 2
    g = np.exp(-ax ** 2 / (2 * sigma ** 2))
    k = np.outer(g, g)
    return k / k.sum()

def gaussian_blur(img, size=3, sigma=1.0):
    k = gaussian_kernel(size, sigma)
    r = size // 2
    p = np.pad(np.asarray(img, dtype=float), r, mode='edge')   # replicate the border
    H, W = np.shape(img)
    out = np.zeros((H, W))
    for di in range(size):
        for dj in range(size):
            out += k[di, dj] * p[di:di + H, dj:dj + W]
    return out

img = np.array([[10, 20, 30, 40],
                [50, 200, 70, 80],
                [90, 100, 110, 120]])
print(gaussian_kernel(3, 1.0).round(4))
print(gaussian_blur(img).round(3))
