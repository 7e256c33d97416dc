import numpy as np


def conv2d_true(image, kernel):
    """True convolution ('valid'): the kernel is rotated by 180 degrees."""
    kh, kw = kernel.shape
    oh = image.shape[0] - kh + 1
    ow = image.shape[1] - kw + 1
    rot = kernel[::-1, ::-1]
    out = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[i, j] = np.sum(image[i:i + kh, j:j + kw] * rot)
    return out


def conv2d_true_backward(dout, image, kernel):
    """Gradients of conv2d_true with respect to image and kernel."""
    kh, kw = kernel.shape
    dimage = np.zeros_like(image, dtype=float)
    drot = np.zeros((kh, kw))
    rot = kernel[::-1, ::-1]
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            dimage[i:i + kh, j:j + kw] += dout[i, j] * rot
            drot += dout[i, j] * image[i:i + kh, j:j + kw]
    dkernel = drot
    return dimage, dkernel


img = np.arange(25, dtype=float).reshape(5, 5)
k = np.array([[1.0, 0.0], [2.0, -1.0]])
y = conv2d_true(img, k)
dimg, dk = conv2d_true_backward(np.ones_like(y), img, k)
print(y)
print(dimg)
print(dk)
