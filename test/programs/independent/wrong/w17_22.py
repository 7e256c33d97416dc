import numpy as np

def average_pool(img, k, s):
    """mean of each k x k block of a grey image (H x W), step s"""
    H, W = img.shape
    top = range(0, H - k + 1, s)
    left = range(0, W - k + 1, s)
    pooled = np.zeros((len(top), len(left)), dtype=img.dtype)
    for r, y in enumerate(top):
        for c, x in enumerate(left):
            total = 0
            for dy in range(k):
                for dx in range(k):
                    total += img[y + dy, x + dx]
            pooled[r, c] = total / (k * k)
    return pooled

grey = np.arange(36).reshape(6, 6) ** 2 % 17
print(grey)
print(average_pool(grey, 2, 2))
print(average_pool(grey, 3, 1))
