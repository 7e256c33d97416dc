import numpy as np

def gauss1d(n, sigma):
    r = np.arange(n) - (n - 1) / 2.0
    g = np.exp(-r ** 2 / (2 * sigma ** 2))
    return g / g.sum()

def separable_blur(image, n=5, sigma=1.0):
    g = gauss1d(n, sigma)
    p = n // 2
    a = np.pad(image.astype(float), p, mode='reflect')
    # rows
    tmp = np.zeros((a.shape[0], image.shape[1]))
    for i in range(n):
        tmp += g[i] * a[:, i:i + image.shape[1]]
    # columns
    out = np.zeros(image.shape)
    for i in range(n):
        out += g[i] * tmp[i:i + image.shape[0], :]
    return out

img = np.zeros((7, 8))
img[3, 4] = 100
print(separable_blur(img).round(3))
