import numpy as np

def conv_fft_free(x, w, b):
    """NCHW, VALID: shift-and-add over kernel taps, last tap first."""
    kh, kw = w.shape[2:]
    H, W = x.shape[2] - kh + 1, x.shape[3] - kw + 1
    y = np.zeros((x.shape[0], w.shape[0], H, W)) + b.reshape(1, -1, 1, 1)
    for q in range(-1, -kw - 1, -1):
        for p in range(-1, -kh - 1, -1):
            sh = x[:, :, kh + p:kh + p + H, kw + q:kw + q + W]
            y += np.einsum('nchw,fc->nfhw', sh, w[:, :, p, q])
    return y

rng = np.random.default_rng(18)
x, w, b = rng.normal(size=(2, 3, 6, 5)), rng.normal(size=(4, 3, 3, 2)), rng.normal(size=4)
y = conv_fft_free(x, w, b)
print(y.shape)
