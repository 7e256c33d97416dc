import numpy as np

def convolve2d_valid(image, kernel):
    """The kernel is rotated by 180 degrees (convolution, not correlation)."""
    k = np.rot90(kernel, 2)
    H, W = image.shape
    h, w = k.shape
    return np.array([[np.sum(image[i:i + h, j:j + w] * k) for j in range(W - w + 1)] for i in range(H - h + 1)])

img = np.arange(16).reshape(4, 4)
ker = np.array([[1, 0], [2, -1]])
print(convolve2d_valid(img, ker))
