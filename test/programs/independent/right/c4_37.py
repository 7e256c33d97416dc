import numpy as np

def sharpen(image):
    """3x3 sharpening of an RGB uint8 picture, the border pixels stay as they are"""
    kernel = [[0, -1, 0],
              [-1, 5, -1],
              [0, -1, 0]]
    h, w, channels = image.shape
    result = image.copy()
    for y in range(1, h - 1):
        for x in range(1, w - 1):
            for c in range(channels):
                value = 0
                for ky in (-1, 0, 1):
                    for kx in (-1, 0, 1):
                        value += int(image[y + ky, x + kx, c]) * kernel[ky + 1][kx + 1]
                result[y, x, c] = min(255, max(0, value))
    return result

np.random.seed(99)
picture = np.random.randint(0, 256, size=(5, 6, 3), dtype=np.uint8)
print(sharpen(picture)[:, :, 0])
