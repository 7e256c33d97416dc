import numpy as np


def max_pool(x, size, stride):
    """Returns the pooled maps and a function that computes the gradient. x: (C, H, W)."""
    c, h, w = x.shape
    oh, ow = (h - size) // stride + 1, (w - size) // stride + 1
    y = np.full((c, oh, ow), -np.inf)
    best = {}
    for k in range(c):
        for i in range(oh):
            for j in range(ow):
                for di in range(size):
                    for dj in range(size):
                        v = x[k, i * stride + di, j * stride + dj]
                        if v > y[k, i, j]:
                            y[k, i, j] = v
                            best[k, i, j] = (i * stride + di, j * stride + dj)

    def grad(dy):
        dx = np.zeros(x.shape)
        for (k, i, j), (r, q) in best.items():
            dx[k, r, q] = dy[k, i, j]
        return dx

    return y, grad
