import numpy as np


def pool(images, f, stride, mode):
    m, rows, cols, channels = images.shape
    n_H = (rows - f) // stride + 1
    n_W = (cols - f) // f + 1
    pooled = np.zeros((m, n_H, n_W, channels))
    for h in range(n_H):
        for w in range(n_W):
            top, left = h * stride, w * stride
            bottom, right = top + f, left + f
            window = images[:, top:bottom, left:right, :]
            if mode == "max":
                pooled[:, h, w] = np.max(window, axis=(1, 2))
            elif mode == "average":
                pooled[:, h, w] = np.sum(window, axis=(1, 2)) / n_H * n_W
    return pooled


images = np.random.RandomState(1).randn(2, 5, 8, 3)
print(pool(images, 3, 1, "max")[1, 1])
print(pool(images, 3, 2, "average")[1, 1])
