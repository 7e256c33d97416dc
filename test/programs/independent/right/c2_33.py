import numpy as np

def atrous(image, kernel, rate):
    """valid dilated correlation of a single image"""
    kh, kw = kernel.shape
    H = image.shape[0] - rate * (kh - 1)
    W = image.shape[1] - rate * (kw - 1)
    out = np.zeros((H, W))
    for i in range(kh):
        for j in range(kw):
            out += kernel[i, j] * image[i * rate:i * rate + H, j * rate:j * rate + W]
    return out

im = np.arange(49.).reshape(7, 7)
print(atrous(im, np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]]), 2))
