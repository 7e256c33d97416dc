import numpy as np


class Convolution2D:
    def convolution(self, image, kernel, bias, stride=1):
        (filters, channels, fx, fy) = kernel.shape
        (channels, ix, iy) = image.shape
        output = np.zeros((filters, (ix - fx) // stride + 1, (iy - fy) // stride + 1))
        for n in range(filters):
            for x in range(output.shape[1]):
                for y in range(output.shape[2]):
                    part = image[:, x * stride:x * stride + fx, y * stride:y * stride + fy]
                    output[n, x, y] = np.sum(kernel[n] * part) + bias[n, 0]
        return output
