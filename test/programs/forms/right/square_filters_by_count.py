import numpy as np


def fields(image, size, step):
    places = [
        (r, c)
        for r in range(0, image.shape[0] - size + 1, step)
        for c in range(0, image.shape[1] - size + 1, step)
    ]
    return np.stack([image[r : r + size, c : c + size].ravel() for r, c in places])


def conv_layer(image, kernels, biases, step=1, border=0):
    # image: rows, columns, channels; kernels: one square filter of all channels after the other
    if border > 0:
        image = np.pad(image, ((border, border), (border, border), (0, 0)))
    n_kernels, size = kernels.shape[:2]
    rows = (image.shape[0] - size) // step + 1
    cols = (image.shape[1] - size) // step + 1
    scores = fields(image, size, step) @ kernels.reshape(n_kernels, -1).T
    return (scores + biases).reshape(rows, cols, n_kernels)
