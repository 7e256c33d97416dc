import numpy as np

def gaussian_kernel(size, sigma):
    ax = np.arange(size) - size // 2
    g = np.exp(-ax ** 2 / (2 * sigma ** 2))
    k = np.outer(g, g)
    return k / k.sum()

def blur_rgb(img, k):
    """Bild (H, W, 3), Rand wird mit Nullen gefüllt, gleiche Größe"""
    r = k.shape[0] // 2
    h, w, _ = img.shape
    rand = np.pad(img, ((r, r), (r, r), (0, 0)))
    neu = np.zeros_like(img)
    for dy in range(-r, r + 1):
        for dx in range(-r, r + 1):
            neu += k[dy + r, dx + r] * rand[r + dy:r + dy + h, r + dx:r + dx + w]
    return neu

np.random.seed(14)
bild = np.random.rand(5, 6, 3)
k = gaussian_kernel(3, 0.8)
print(k.round(4))
print(blur_rgb(bild, k)[:, :, 1].round(4))
