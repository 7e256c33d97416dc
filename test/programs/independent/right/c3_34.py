import numpy as np

KERNEL = np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]])

def sharpen(image):
    """Sharpen an RGB uint8 image; the border repeats, values are clipped to 0..255."""
    src = np.pad(image.astype(np.int32), ((1, 1), (1, 1), (0, 0)), mode='edge')
    dst = np.zeros(image.shape, dtype=np.int32)
    for dy in range(3):
        for dx in range(3):
            dst += KERNEL[dy, dx] * src[dy:dy + image.shape[0], dx:dx + image.shape[1]]
    return np.clip(dst, 0, 255).astype(np.uint8)

np.random.seed(3)
image = np.random.randint(0, 256, (4, 5, 3), dtype=np.uint8)
print(sharpen(image)[:, :, 0])
