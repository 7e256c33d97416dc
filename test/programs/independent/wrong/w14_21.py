import numpy as np
from itertools import product

def average_pool(volume, size, step):
    """volume has shape (channels, height, width)"""
    depth, height, width = volume.shape
    out_h = (height - size) // step + 1
    out_w = (width - size) // step + 1
    pooled = np.zeros((depth, out_h, out_w))
    positions = ((r, c) for r, c in product(range(out_h), range(out_w)))
    for d in range(depth):
        for r, c in positions:
            y0, x0 = r * step, c * step
            block = volume[d, y0:y0 + size, x0:x0 + size]
            pooled[d, r, c] = block.sum() / (size * size)
    return pooled

volume = np.arange(3 * 4 * 6, dtype=float).reshape(3, 4, 6)
print(average_pool(volume, 2, 2))
print(average_pool(volume, 3, 1).shape)
