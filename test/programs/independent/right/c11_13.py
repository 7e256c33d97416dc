import numpy as np

def convolve2d(image, kernel):
    """True 2-D convolution (kernel flipped), 'same' size, zero padding."""
    kernel = np.flipud(np.fliplr(kernel))
    kh, kw = kernel.shape
    output = np.zeros_like(image, dtype=float)
    padded = np.zeros((image.shape[0] + kh - 1, image.shape[1] + kw - 1))
    padded[kh // 2:kh // 2 + image.shape[0], kw // 2:kw // 2 + image.shape[1]] = image
    for x in range(image.shape[1]):
        for y in range(image.shape[0]):
            output[y, x] = (kernel * padded[y:y + kh, x:x + kw]).sum()
    return output

image = np.arange(20).reshape(4, 5)
kernel = np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 2]])
print(convolve2d(image, kernel))
