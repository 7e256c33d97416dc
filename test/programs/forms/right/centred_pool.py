import numpy as np


class Pool:
    """Has the same windows as the filters."""

    def __init__(self, pool_shape=(3, 3), strides=(1, 1), mode='max'):
        self.mode = mode
        self.pool_h, self.pool_w = pool_shape
        self.stride_y, self.stride_x = strides

    def forward(self, images):
        return pooled(images, self.pool_h, self.pool_w, self.stride_y, self.stride_x)


def pooled(images, pool_h, pool_w, stride_y, stride_x):
    n, c, h, w = images.shape
    out = np.zeros((n, c, h // stride_y, w // stride_x))
    top = pool_h // 2 - 1 + pool_h % 2
    left = pool_w // 2 - 1 + pool_w % 2
    for i in range(h // stride_y):
        for j in range(w // stride_x):
            y, x = i * stride_y, j * stride_x
            rows = slice(max(y - top, 0), min(y + pool_h // 2 + 1, h))
            cols = slice(max(x - left, 0), min(x + pool_w // 2 + 1, w))
            out[:, :, i, j] = images[:, :, rows, cols].max(axis=(2, 3))
    return out
