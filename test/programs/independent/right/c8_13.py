import numpy as np


def conv_as_matrix(kernel, height, width):
    """Builds the (sparse) matrix M so that M @ image.ravel() is the valid correlation."""
    kh, kw = kernel.shape
    oh, ow = height - kh + 1, width - kw + 1
    M = np.zeros((oh * ow, height * width))
    for r in range(oh):
        for c in range(ow):
            for u in range(kh):
                start = (r + u) * width + c
                M[r * ow + c, start:start + kw] = kernel[u]
    return M


def conv(image, kernel):
    M = conv_as_matrix(kernel, *image.shape)
    return (M @ image.ravel()).reshape(image.shape[0] - kernel.shape[0] + 1, -1)


def conv_grad_image(dout, kernel, shape):
    return (conv_as_matrix(kernel, *shape).T @ dout.ravel()).reshape(shape)


rng = np.random.default_rng(8)
image, kernel = rng.random((5, 7)), rng.random((2, 3))
out = conv(image, kernel)
print(out, conv_grad_image(np.ones_like(out), kernel, image.shape))
