import numpy as np
from numpy.lib.stride_tricks import as_strided

def conv2d_valid(img, kernel, step=1):
    """Strided cross-correlation of a single-channel image, no padding."""
    kh, kw = kernel.shape
    oh = (img.shape[0] - kh) // step + 1
    ow = (img.shape[1] - kw) // step + 1
    s0, s1 = img.strides
    patches = as_strided(img, shape=(oh, ow, kh, kw),
                         strides=(s0 * step, s1 * step, s0 * step, s1))
    return np.tensordot(patches, kernel, axes=2)

img = np.arange(48, dtype=float).reshape(6, 8) ** 1.5
sobel = np.array([[1., 0., -1.], [2., 0., -2.], [1., 0., -1.]])
print(conv2d_valid(img, sobel))
print(conv2d_valid(img[:5], sobel, step=2).shape)
