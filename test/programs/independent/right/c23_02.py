import numpy as np

def convolve2d_valid(image, kernel):
    """
    True (mathematical) 2-D convolution, 'valid' part only.
    The kernel is rotated by 180 degrees, contrary to the
    cross-correlation of deep learning libraries.
    """
    rotated = np.rot90(kernel, 2)
    kh, kw = rotated.shape
    rows = image.shape[0] - kh + 1
    cols = image.shape[1] - kw + 1
    result = np.zeros((rows, cols))
    for c in range(cols):
        for r in range(rows):
            result[r, c] = (rotated * image[r:r + kh, c:c + kw]).sum()
    return result

def convolve2d_backward(grad, image, kernel):
    """Gradients for convolve2d_valid: w.r.t. the image, w.r.t. the kernel."""
    kh, kw = kernel.shape
    rotated = np.rot90(kernel, 2)
    d_image = np.zeros(image.shape, dtype=float)
    d_rot = np.zeros((kh, kw))
    for (r, c), g in np.ndenumerate(grad):
        d_image[r:r + kh, c:c + kw] += g * rotated
        d_rot += g * image[r:r + kh, c:c + kw]
    return d_image, np.rot90(d_rot, 2)

img = np.arange(20.).reshape(4, 5)
ker = np.array([[1., 2.], [3., 4.], [0., -1.]])
y = convolve2d_valid(img, ker)
print(y)
print(convolve2d_backward(np.ones_like(y), img, ker))
