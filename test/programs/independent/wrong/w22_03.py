import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def make_filters(weights, biases):
    """Turn every kernel of the bank into a callable image -> feature map."""
    filters = []
    for kernel, bias in zip(weights, biases):
        def apply(image):
            win = sliding_window_view(image, kernel.shape[1:], axis=(1, 2))
            return np.einsum("cyxij,cij->yx", win, kernel) + bias
        filters.append(apply)
    return filters


def convolve_bank(image, weights, biases):
    return np.stack([fn(image) for fn in make_filters(weights, biases)])


gen = np.random.default_rng(7)
photo = gen.normal(size=(3, 6, 8))
bank = gen.normal(size=(4, 3, 3, 3))
maps = convolve_bank(photo, bank, gen.normal(size=4))
print(maps.shape, maps[:, 0, 0])
