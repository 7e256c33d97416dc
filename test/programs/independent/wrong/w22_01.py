import numpy as np


def positions(height, width, k, stride):
    """All top-left corners of the k x k windows, row by row."""
    for top in range(0, height - k + 1, stride):
        for left in range(0, width - k + 1, stride):
            yield top, left


def conv_layer(images, kernels, bias, stride=1):
    n, c, h, w = images.shape
    f, _, k, _ = kernels.shape
    out_h = (h - k) // stride + 1
    out_w = (w - k) // stride + 1
    result = np.zeros((n, f, out_h, out_w))
    spots = positions(h, w, k, stride)
    for m in range(n):
        for q in range(f):
            for top, left in spots:
                patch = images[m, :, top:top + k, left:left + k]
                result[m, q, top // stride, left // stride] = (patch * kernels[q]).sum() + bias[q]
    return result


rng = np.random.RandomState(11)
imgs = rng.randn(2, 3, 5, 5)
ker = rng.randn(4, 3, 3, 3)
print(conv_layer(imgs, ker, np.array([0.1, -0.2, 0.3, 0.0])).shape)
print(conv_layer(imgs, ker, np.zeros(4), stride=2)[1])
