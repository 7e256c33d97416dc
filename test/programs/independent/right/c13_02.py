import numpy as np


def fft_conv(x, w):
    """Cross-correlation (VALID, stride 1) by the convolution theorem.

    x (N, C, H, W), w (F, C, kh, kw)
    """
    H, W = x.shape[-2:]
    kh, kw = w.shape[-2:]
    X = np.fft.rfft2(x)
    K = np.fft.rfft2(w, s=(H, W))
    # conj() turns the product into a correlation
    Y = np.einsum("nchw,fchw->nfhw", X, np.conj(K))
    y = np.fft.irfft2(Y, s=(H, W))
    # wrapped-around positions are discarded
    return y[:, :, :H - kh + 1, :W - kw + 1]


rng = np.random.default_rng(1)
x = rng.normal(size=(1, 3, 6, 7))
w = rng.normal(size=(2, 3, 3, 3))
print(fft_conv(x, w).round(4))
