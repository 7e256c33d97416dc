import numpy as np

def conv(im, k):
    h, w = im.shape
    out = np.zeros((h - 2, w - 2))
    for i in range(h - 2):
        for j in range(w - 2):
            out[i, j] = np.sum(im[i:i+3, j:j+3] * k)
    return out

def sobel(im):
    Kx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    Ky = np.array([[-1, -2, -1], [0, 0, 0], [1, 2, 1]])
    gx = conv(im, Kx)
    gy = conv(im, Ky)
    mag = np.sqrt(gx ** 2 + gx ** 2)
    return mag

im = np.zeros((6, 7))
im[2:5, 2:6] = 100
print(sobel(im))
