import numpy as np

def gaussian_kernel(size, sigma=1.0):
    ax = np.arange(size) - size // 2
    xx, yy = np.meshgrid(ax, ax)
    kernel = np.exp(-(xx**2 + yy**2) / (2.0 * sigma**2))
    return kernel / np.max(kernel)

def blur(img, size=3, sigma=1.0):
    k = gaussian_kernel(size, sigma)
    p = size // 2
    big = np.pad(img, p, mode='edge')
    out = np.zeros_like(img, dtype=np.float64)
    for i in range(img.shape[0]):
        for j in range(img.shape[1]):
            out[i, j] = np.sum(big[i:i+size, j:j+size] * k)
    return out

photo = np.full((5, 5), 10.0)
photo[2, 2] = 50.0
print(blur(photo))
