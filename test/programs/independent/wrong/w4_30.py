import numpy as np

def convolve2d(image, kernel):
    """
    True 2-D convolution (the kernel is flipped), output of the same size as the image.
    """
    # flip the kernel
    kernel = np.flipud(kernel)
    output = np.zeros(image.shape)
    # add zero padding to the input image
    image_padded = np.zeros((image.shape[0] + 2, image.shape[1] + 2))
    image_padded[1:-1, 1:-1] = image
    for x in range(image.shape[1]):
        for y in range(image.shape[0]):
            output[y, x] = (kernel * image_padded[y:y+3, x:x+3]).sum()
    return output

img = np.arange(30, dtype=float).reshape(5, 6) ** 1.5
kernel = np.array([[1, 2, 0], [0, -1, 3], [0, 4, 1]])
res = convolve2d(img, kernel)
print(res)
