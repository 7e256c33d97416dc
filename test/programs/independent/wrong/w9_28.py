import numpy as np

def avg_pool(img, k=2):
    """Average pooling with non-overlapping k x k blocks, img (H, W, C)."""
    H, W, C = img.shape
    oh, ow = H // k, W // k
    out = np.zeros_like(img)[:oh, :ow]
    for r in range(oh):
        for c in range(ow):
            block = img[r * k:(r + 1) * k, c * k:(c + 1) * k]
            out[r, c] = block.mean(axis=(0, 1))
    return out

photo = np.random.RandomState(3).randint(0, 256, size=(4, 6, 3))
print(avg_pool(photo))
print(avg_pool(photo, k=3).shape)
