import numpy as np

def dilated_conv(x, w, rate):
    """x (H, W, C), w (k, k, C, F); zeros are inserted into the kernel first."""
    k, _, C, F = w.shape
    size = k + (k - 1) * (rate - 1)
    big = np.zeros((size, size, C, F))
    big[::rate, ::rate] = w
    oh, ow = x.shape[0] - size + 1, x.shape[1] - size + 1
    y = np.zeros((oh, ow, F))
    for i in range(oh):
        for j in range(ow):
            y[i, j] = np.sum(x[i:i + size, j:j + size, :, None] * big, axis=(0, 1, 2))
    return y

rng = np.random.default_rng(29)
x = rng.standard_normal((9, 8, 2))
w = rng.standard_normal((3, 3, 2, 3))
for rate in [1, 2, 3]:
    print(rate, dilated_conv(x, w, rate).shape)
