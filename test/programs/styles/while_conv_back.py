import numpy as np


def conv_backprop(d_next, images, kernels, stride=1, padding=0):
    m, rows, cols, depth = images.shape
    k, _, _, n_filters = kernels.shape
    padded = np.pad(images, ((0, 0), (padding, padding), (padding, padding), (0, 0)), "constant")
    d_padded = np.zeros(padded.shape)
    d_kernels = np.zeros(kernels.shape)
    d_bias = np.sum(d_next, axis=(0, 1, 2))
    example = 0
    while example < m:
        y = out_y = 0
        while y + k <= rows + 2 * padding:
            x = out_x = 0
            while x + k <= cols + 2 * padding:
                for f in range(n_filters):
                    g = d_next[example, out_y, out_x, f]
                    d_padded[example, y:y + k, x:x + k, :] += kernels[:, :, :, f] * g
                    d_kernels[:, :, :, f] += padded[example, y:y + k, x:x + k, :] * g
                x += stride
                out_x += 1
            y += stride
            out_y += 1
        example += 1
    d_images = d_padded[:, padding:padding + rows, padding:padding + cols, :]
    return d_images, d_kernels, d_bias
