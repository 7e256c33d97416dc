import numpy as np

def edge_filter(img, kernel):
    k = kernel.shape[0]
    r = k // 2
    h, w = img.shape
    out = img
    # the border stays as it is
    for y in range(r, h - r):
        for x in range(r, w - r):
            region = img[y - r:y + r + 1, x - r:x + r + 1]
            out[y, x] = (region * kernel).sum()
    return out

prewitt = np.array([[-1., 0., 1.], [-1., 0., 1.], [-1., 0., 1.]])
img = np.tile(np.array([0., 0., 1., 3., 3., 3.]), (5, 1))
print(edge_filter(img, prewitt))
