import numpy as np

LAPLACE = np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]])


def filter_image(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """Filter every colour channel of an (H, W, 3) image, zero border, signed result."""
    h, w, channels = image.shape
    k = kernel.shape[0]
    r = k // 2
    padded = np.zeros((h + 2 * r, w + 2 * r, channels), dtype=np.int8)
    padded[r:-r, r:-r] = image
    response = np.zeros((h, w, channels), dtype=int)
    for dy in range(k):
        for dx in range(k):
            if kernel[dy, dx] == 0:
                continue
            response = response + kernel[dy, dx] * padded[dy:dy + h, dx:dx + w]
    return response


rng = np.random.RandomState(26)
picture = rng.randint(0, 256, size=(5, 6, 3)).astype(np.uint8)
edges = filter_image(picture, LAPLACE)
print(edges[:, :, 0])
print(edges.min(), edges.max())
