import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def conv_layer(images, filters, step=1):
    # images (n, h, w, c); filters (k, k, c, f); valid
    k = filters.shape[0]
    patches = sliding_window_view(images, (k, k), axis=(1, 2))
    patches = patches[:, ::step, ::step]
    # patches: n, h', w', c, k, k
    return np.einsum("nhwcij,jicf->nhwf", patches, filters, optimize=True)

np.random.seed(10)
images = np.random.uniform(-1, 1, (2, 6, 6, 3))
filters = np.random.uniform(-1, 1, (3, 3, 3, 2))
print(conv_layer(images, filters)[0, 0])
print(conv_layer(images, filters, step=2).shape)
