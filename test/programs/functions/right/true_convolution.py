import numpy as np

def convolve2d(image, kernel):
    kernel = np.flipud(np.fliplr(kernel))
    k_h, k_w = kernel.shape
    out = np.zeros((image.shape[0] - k_h + 1, image.shape[1] - k_w + 1))
    for y in range(out.shape[0]):
        for x in range(out.shape[1]):
            out[y, x] = np.sum(kernel * image[y:y + k_h, x:x + k_w])
    return out

image = np.arange(20.0).reshape(4, 5)
kernel = np.array([[1.0, 2.0], [0.0, -1.0]])
print(convolve2d(image, kernel))
