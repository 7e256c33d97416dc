import numpy as np

def conv_single_step(a_slice_prev, W, b):
    s = np.dot(a_slice_prev, W)
    Z = np.sum(s)
    Z = Z + float(b)
    return Z

def conv2d_gray(img, kernel, bias=0.0):
    """valid cross-correlation of a grey image"""
    k = kernel.shape[0]
    rows = img.shape[0] - k + 1
    cols = img.shape[1] - k + 1
    result = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            result[r, c] = conv_single_step(img[r:r + k, c:c + k], kernel, bias)
    return result

img = np.arange(30, dtype=float).reshape(5, 6)
sobel = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
print(conv2d_gray(img, sobel, 0.5))
