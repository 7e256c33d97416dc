import numpy as np


def conv3d(volume, kernel):
    D, H, W = volume.shape
    kd, kh, kw = kernel.shape
    out = np.zeros((D - kd + 1, H - kh + 1, W - kw + 1))
    for z in range(D - kd + 1):
        for y in range(H - kh + 1):
            for x in range(W - kw + 1):
                patch = volume[z : z + kd, y : y + kh, x : x + kh]
                out[z, y, x] = np.sum(patch * kernel)
    return out


print(conv3d(np.random.randn(4, 5, 6), np.random.randn(2, 3, 2)).shape)
