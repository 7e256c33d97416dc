import numpy as np

def fft_conv(x, w, b):
    """x (N, C, H, W), w (F, C, kh, kw): valid cross-correlation with the FFT."""
    H, W = x.shape[2:]
    kh, kw = w.shape[2:]
    X = np.fft.rfft2(x)
    K = np.conj(np.fft.rfft2(w, s=(H, W)))
    Y = np.einsum('nchw,fchw->nfhw', X, K)
    y = np.fft.irfft2(Y, s=(H, W))
    # conj => correlation; wrapped samples sit at the end of each axis
    return y[..., :H - kh + 1, :W - kw + 1] + b[:, None, None]

rng = np.random.default_rng(31)
x = rng.normal(size=(2, 3, 7, 9))
w = rng.normal(size=(4, 3, 3, 2))
b = rng.normal(size=4)
print(fft_conv(x, w, b)[0, 0])
