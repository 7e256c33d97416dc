import numpy as np

def apply_filter(pic, ker):
    """Correlation, zero outside of the picture, same size."""
    H, W = pic.shape
    a, b = ker.shape[0] // 2, ker.shape[1] // 2
    new = np.zeros((H, W))
    for i in range(H):
        for j in range(W):
            s = 0.0
            for u in range(-a, a + 1):
                for v in range(-b, b + 1):
                    y, x = i + u, j + v
                    if 0 < y < H and 0 <= x < W:
                        s += pic[y, x] * ker[u + a, v + b]
            new[i, j] = s
    return new

pic = np.arange(1, 21, dtype=float).reshape(4, 5)
gauss = np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]]) / 16
print(apply_filter(pic, gauss).round(3))
