import numpy as np

def mean_pool(grey, size):
    """Average pooling of a grey image (non-overlapping squares)."""
    rows = grey.shape[0] // size
    cols = grey.shape[1] // size
    pooled = np.zeros((rows, cols), dtype=grey.dtype)
    for r in range(rows):
        for c in range(cols):
            block = grey[r * size:(r + 1) * size, c * size:(c + 1) * size]
            pooled[r, c] = block.mean()
    return pooled

grey = np.array([[10, 13, 7, 4],
                 [11, 12, 9, 2],
                 [0, 1, 255, 254],
                 [3, 5, 250, 200]])
print(mean_pool(grey, 2))
