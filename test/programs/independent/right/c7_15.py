import numpy as np

def max_pool_ceil(x, k, s):
    """Max pooling in ceil mode: incomplete windows at the lower and right border count too."""
    N, C, H, W = x.shape
    oh = -((k - H) // s) + 1
    ow = -((k - W) // s) + 1
    y = np.empty((N, C, oh, ow))
    for i in range(oh):
        for j in range(ow):
            # slicing beyond the border just gives the smaller window
            y[:, :, i, j] = x[:, :, i * s:i * s + k, j * s:j * s + k].max(axis=(2, 3))
    return y

x = np.random.RandomState(10).randn(1, 2, 6, 7)
print(max_pool_ceil(x, 3, 2).shape)
print(max_pool_ceil(x, 2, 2)[0, 0])
