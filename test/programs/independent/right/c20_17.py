import numpy as np


def conv_matrix(kernel, size, step=1):
    """Dense matrix M with  M @ image.ravel() == convolution.ravel()"""
    (h, w), (kh, kw) = size, kernel.shape
    oh, ow = (h - kh) // step + 1, (w - kw) // step + 1
    M = np.zeros((oh * ow, h * w))
    for row in range(oh * ow):
        r, c = divmod(row, ow)
        for u in range(kh):
            start = (r * step + u) * w + c * step
            M[row, start:start + kw] = kernel[u]
    return M, (oh, ow)


def conv_by_matrix(img, kernel, step=1):
    M, out = conv_matrix(kernel, img.shape, step)
    return (M @ img.ravel()).reshape(out)


def back_by_matrix(dout, kernel, size, step=1):
    M, _ = conv_matrix(kernel, size, step)
    return (dout.ravel() @ M).reshape(size)


img = np.arange(20.0).reshape(4, 5) % 7
k = np.array([[1.0, -1.0], [0.5, 2.0]])
y = conv_by_matrix(img, k)
print(y)
print(back_by_matrix(np.ones_like(y), k, img.shape))
print(conv_by_matrix(img, k, 2))
