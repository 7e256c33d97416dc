import numpy as np

def min_pool(image, size=(2, 2), step=None):
    """Minimum pooling (erosion-like): the smallest value of every window"""
    kh, kw = size
    sh, sw = step or size
    H, W = image.shape
    oh, ow = (H - kh) // sh + 1, (W - kw) // sw + 1
    out = np.empty((oh, ow), dtype=image.dtype)
    for i in range(oh):
        for j in range(ow):
            out[i, j] = image[i * sh:i * sh + kh, j * sw:j * sw + kw].min()
    return out

image = np.array([[9, 4, 7, 1, 5, 5], [3, 8, 2, 6, 0, 4], [7, 7, 1, 3, 9, 2], [5, 6, 8, 2, 4, 4]])
print(min_pool(image))
print(min_pool(image, (2, 3), (1, 1)))
