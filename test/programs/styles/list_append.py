import numpy as np


def extract(volume, f, s):
    pieces = []
    h, w = volume.shape[:2]
    for i in range(0, h - f + 1, s):
        for j in range(0, w - f + 1, s):
            pieces.append(volume[i:i + f, j:j + f, :].flatten())
    return np.array(pieces)


def convolve_layer(images, filters, bias, stride=1, padding=0):
    f = filters.shape[0]
    size_h = (images.shape[1] - f + 2 * padding) // stride + 1
    size_w = (images.shape[2] - f + 2 * padding) // stride + 1
    flat_filters = filters.reshape(-1, filters.shape[-1])
    maps = []
    for image in images:
        padded = np.pad(image, ((padding, padding), (padding, padding), (0, 0)))
        responses = extract(padded, f, stride).dot(flat_filters) + bias.reshape(-1)
        maps.append(responses.reshape(size_h, size_w, -1))
    return np.stack(maps)


rs = np.random.RandomState(0)
images = rs.randn(3, 6, 7, 2)
filters = rs.randn(3, 3, 2, 5)
bias = rs.randn(5)
maps = convolve_layer(images, filters, bias, stride=2, padding=1)
