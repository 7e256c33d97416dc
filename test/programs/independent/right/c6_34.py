import numpy as np

def sharpen_rgb(img):
    k = np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]])
    src = img.astype(int)
    dst = np.zeros((img.shape[0] - 2, img.shape[1] - 2, 3), dtype=int)
    for ch in range(3):
        for y in range(dst.shape[0]):
            for x in range(dst.shape[1]):
                dst[y, x, ch] = (src[y:y + 3, x:x + 3, ch] * k).sum()
    return np.clip(dst, 0, 255).astype(np.uint8)

np.random.seed(5)
img = np.random.randint(0, 256, (5, 6, 3)).astype(np.uint8)
print(sharpen_rgb(img)[:, :, 0])
