import numpy as np
from typing import Tuple

def maxpool2d(image: np.ndarray, size: Tuple[int, int] = (2, 2), step: int = 2) -> np.ndarray:
    """Max pooling of one (H, W) map, written without np.max."""
    kh, kw = size
    rows = (image.shape[0] - kh) // step + 1
    cols = (image.shape[1] - kw) // step + 1
    pooled = np.empty((rows, cols))
    for r in range(rows):
        for c in range(cols):
            best = 0.0
            for u in range(kh):
                for v in range(kw):
                    value = image[r * step + u, c * step + v]
                    if value > best:
                        best = value
            pooled[r, c] = best
    return pooled

img = np.random.RandomState(7).normal(size=(6, 8)) - 1.0
print(maxpool2d(img))
print(maxpool2d(img, (3, 2), 1).shape)
