import numpy as np

def apply_filter(img, kern):
    # img: H x W x 3 (RGB), kern: k x k (k odd) -> same size, zero border
    k = kern.shape[0]
    p = k // 2
    H, W, channels = img.shape
    padded = np.zeros((H + 2 * p, W + 2 * p, channels))
    padded[p:p + H, p:p + W] = img
    out = np.zeros((H, W, channels))
    for ch in range(channels):
        for y in range(H):
            for x in range(W):
                acc = 0.0
                for u in range(3):
                    for v in range(k):
                        acc += padded[y + u, x + v, ch] * kern[u, v]
                out[y, x, ch] = acc
    return out

sharpen = np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]], dtype=float)
gauss5 = np.outer([1, 4, 6, 4, 1], [1, 4, 6, 4, 1]) / 256.0
np.random.seed(11)
picture = np.random.rand(6, 7, 3)
print(apply_filter(picture, sharpen)[:, :, 0].round(3))
print(apply_filter(picture, gauss5)[:, :, 0].round(3))
