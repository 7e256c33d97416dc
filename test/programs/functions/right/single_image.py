import numpy as np

def conv2d(image, kernel, bias=0.0, stride=1, padding=0):
    image = np.pad(image, padding, mode="constant")
    k_h, k_w = kernel.shape
    out_h = (image.shape[0] - k_h) // stride + 1
    out_w = (image.shape[1] - k_w) // stride + 1
    out = np.zeros((out_h, out_w))
    for i in range(out_h):
        for j in range(out_w):
            region = image[i * stride:i * stride + k_h, j * stride:j * stride + k_w]
            out[i, j] = np.sum(region * kernel) + bias
    return out

image = np.arange(30.0).reshape(5, 6)
kernel = np.array([[1.0, 0.0, -1.0], [2.0, 0.0, -2.0], [1.0, 0.0, -1.0]])
print(conv2d(image, kernel, stride=1, padding=1))
