import numpy as np

def gaussian_kernel(size, sigma):
    ax = np.arange(size) - size // 2
    xx, yy = np.meshgrid(ax, ax)
    k = np.exp(-(xx**2 + yy**2) / (2 * sigma**2))
    return k / k.sum()

def gaussian_blur(img, size=3, sigma=1.0):
    k = gaussian_kernel(size, sigma)
    p = size // 2
    padded = np.pad(img.astype(float), p, mode='reflect')  # borders are mirrored
    out = np.zeros(img.shape)
    for y in range(img.shape[0]):
        for x in range(img.shape[1]):
            out[y, x] = np.sum(padded[y:y + size, x:x + size] * k)
    return out

img = np.zeros((7, 8))
img[3, 4] = 255
print(np.round(gaussian_blur(img), 2))
print(np.round(gaussian_blur(img, 5, 1.4), 2))
