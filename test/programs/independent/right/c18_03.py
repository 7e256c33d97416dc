import numpy as np

def true_conv(x, w, b):
    """Mathematical convolution (kernel flipped), VALID only, NCHW."""
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    y = np.zeros((n, f, h - kh + 1, wd - kw + 1))
    for i in range(kh):
        for j in range(kw):
            # tap (i, j) meets the sample on the opposite side of the window
            block = x[:, :, kh - 1 - i:h - i, kw - 1 - j:wd - j]
            y += np.einsum('nchw,fc->nfhw', block, w[:, :, i, j])
    y += b.reshape(-1, 1, 1)
    return y

rng = np.random.RandomState(13)
print(true_conv(rng.randn(1, 2, 4, 5), rng.randn(3, 2, 2, 3), rng.randn(3)))
