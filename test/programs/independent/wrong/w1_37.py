import numpy as np

def my_convolve2d(img, kernel):
    """True 2D convolution ('valid'), like scipy.signal.convolve2d."""
    kernel = np.flipud(kernel)
    H, W = img.shape
    h, w = kernel.shape
    out = np.empty((H - h + 1, W - w + 1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            out[r, c] = np.vdot(img[r:r+h, c:c+w], kernel)
    return out

img = np.arange(1, 26, dtype=float).reshape(5, 5)
k = np.array([[1., 2., 0.], [0., 1., -1.], [3., 0., 1.]])
print(my_convolve2d(img, k))
