import numpy as np


def convolve2d(image, kernel, padding=0, strides=1):
    x_kern, y_kern = kernel.shape
    x_img, y_img = image.shape
    x_out = int((x_img - x_kern + 2 * padding) / strides + 1)
    y_out = int((y_img - y_kern + 2 * padding) / strides + 1)
    output = np.zeros((x_out, y_out))
    if padding != 0:
        image_padded = np.zeros((x_img + padding * 2, y_img + padding * 2))
        image_padded[padding:-padding, padding:-padding] = image
    else:
        image_padded = image
    for x in range(x_out):
        for y in range(y_out):
            xs, ys = x * strides, y * strides
            output[x, y] = (kernel * image_padded[xs:xs + x_kern, ys:ys + y_kern]).sum()
    return output


img = np.arange(30.0).reshape(5, 6) % 7
k = np.array([[1.0, 0.0], [2.0, -1.0]])
print(convolve2d(img, k, padding=1, strides=2))
