import numpy as np


def fft_convolve_same(image, kernel):
    """True convolution (kernel flipped) of a 2-D image, output as large as the image."""
    H, W = image.shape
    kh, kw = kernel.shape
    size = (H, W)
    spectrum = np.fft.rfft2(image, s=size) * np.fft.rfft2(kernel, s=size)
    full = np.fft.irfft2(spectrum, s=size)
    top = (kh - 1) // 2
    left = (kw - 1) // 2
    rows = (np.arange(H) + top) % size[0]
    cols = (np.arange(W) + left) % size[1]
    return full[np.ix_(rows, cols)]


rng = np.random.default_rng(99)
image = rng.random((6, 8))
kernel = np.array([[1.0, 2.0, 1.0], [0.0, 0.0, 0.0], [-1.0, -2.0, -1.0]])
edges = fft_convolve_same(image, kernel)
print(edges.round(4))
