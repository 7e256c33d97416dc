import numpy as np


def conv3d(image, kernel, stride=1):
    H, W, C = image.shape
    k = kernel.shape[0]
    oh, ow = (H - k) // stride + 1, (W - k) // stride + 1
    out = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[i, j] = np.sum(image[i * stride : i * stride + k, j * stride : j * stride + k, :] * kernel)
    return out


print(conv3d(np.random.randn(6, 6, 3), np.random.randn(3, 3, 3)).shape)
