import numpy as np

def convolve_same(f, g):
    """
    True convolution (the kernel is flipped), zero padded, output of the size of f.
    g must have odd sides.
    """
    g = g[::-1, ::-1]
    r, c = g.shape[0] // 2, g.shape[1] // 2
    out = np.zeros_like(f, dtype=float)
    H, W = f.shape
    for i in range(H):
        for j in range(W):
            for u in range(-r, r + 1):
                for v in range(-c, c + 1):
                    if 0 <= i + u < H and 0 <= j + v < W:
                        out[i, j] += f[i + u, j + v] * g[u + r, v + c]
    return out

f = np.arange(20).reshape(4, 5)
g = np.array([[1, 2, 3], [0, 0, 0], [-1, 0, 4]])
print(convolve_same(f, g))
