import numpy as np

def avg_pool(img, size=2, stride=2):
    rows, cols, ch = img.shape
    out_r = (rows - size) // stride + 1
    out_c = (cols - size) // stride + 1
    pooled = np.zeros((out_r, out_c, ch), dtype=img.dtype)
    for r in range(out_r):
        for c in range(out_c):
            patch = img[r * stride:r * stride + size, c * stride:c * stride + size]
            pooled[r, c] = patch.mean(axis=(0, 1))
    return pooled

image = np.array([[[10], [13], [4], [1]],
                  [[20], [30], [2], [8]],
                  [[5], [5], [6], [7]],
                  [[1], [0], [9], [9]]])
print(avg_pool(image)[:, :, 0])
