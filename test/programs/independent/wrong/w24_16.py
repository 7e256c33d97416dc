import numpy as np

def true_convolve2d(image, kernel, pad=0):
    """Mathematical convolution: the kernel is rotated by 180 degrees
    before it slides over the (zero padded) image."""
    kh, kw = kernel.shape
    rotated = kernel[::-1, ::-1]
    padded = np.pad(image, pad)
    oh = padded.shape[0] - kh + 1
    ow = padded.shape[1] - kw + 1
    result = np.zeros((oh, ow))
    for r in range(oh):
        for c in range(ow):
            result[r, c] = np.vdot(padded[r:r + kh, c:c + kw], rotated)
    return result

def true_convolve2d_backward(dres, image, kernel, pad=0):
    """Gradients of true_convolve2d for the image and the (unrotated) kernel."""
    kh, kw = kernel.shape
    padded = np.pad(image, pad)
    dpadded = np.zeros_like(padded, dtype=float)
    drot = np.zeros(kernel.shape)
    rotated = kernel[::-1, ::-1]
    for r in range(dres.shape[0]):
        for c in range(dres.shape[1]):
            dpadded[r:r + kh, c:c + kw] += dres[r, c] * rotated
            drot += dres[r, c] * padded[r:r + kh, c:c + kw]
    h, w = image.shape
    return dpadded[pad:pad + h, pad:pad + w], drot

np.random.seed(11)
img = np.random.randn(5, 6)
ker = np.random.randn(3, 2)
res = true_convolve2d(img, ker, pad=1)
dimg, dker = true_convolve2d_backward(np.ones_like(res), img, ker, pad=1)
print(res)
print(dker)
