import numpy as np

def filter2d(image, kernel):
    kh, kw = kernel.shape
    ph, pw = kh // 2, kw // 2
    padded = np.pad(image.astype(np.float64), ((ph, ph), (pw, pw)), mode='edge')
    output = np.zeros(image.shape)
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            output[y, x] = (kernel * padded[y:y + kh, x:x + kw]).sum()
    return output

Gx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
Gy = Gx.T

img = np.zeros((7, 9), dtype=np.uint8)
img[2:5, 3:7] = 200
gx, gy = filter2d(img, Gx), filter2d(img, Gy)
edges = np.hypot(gx, gy)
edges = edges / edges.max() * 255
print(edges.astype(np.uint8))
