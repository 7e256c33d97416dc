import numpy as np


def conv_fft(x, w, b):
    """Valid cross-correlation of (N, C, H, W) with (F, C, h, w) through the FFT.

    The FFT gives a true convolution, so the conjugate is used to correlate.
    """
    H, W = x.shape[2:]
    kh, kw = w.shape[2:]
    fx = np.fft.rfft2(x, s=(H, W))
    fw = np.fft.rfft2(w, s=(H, W))
    prod = np.einsum("nchw,fchw->nfhw", fx, fw.conj())
    y = np.fft.irfft2(prod, s=(H, W))
    return y[:, :, :H - kh + 1, :W - kw + 1] + b[:, None, None]


def conv_loops(x, w, b):
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    y = np.zeros((N, F, H - kh + 1, W - kw + 1))
    for i in range(y.shape[2]):
        for j in range(y.shape[3]):
            y[:, :, i, j] = x[:, :, i:i + kh, j:j + kw].reshape(N, -1) @ w.reshape(F, -1).T + b
    return y


np.random.seed(6)
x, w, b = np.random.randn(2, 3, 8, 7), np.random.randn(4, 3, 3, 2), np.random.randn(4)
print(np.abs(conv_fft(x, w, b) - conv_loops(x, w, b)).max() < 1e-9)
