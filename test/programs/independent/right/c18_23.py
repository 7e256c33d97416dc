import numpy as np

def fft_conv(x, w, b, stride=1):
    """Cross-correlation through the frequency domain (VALID). The conjugate spectrum does the flip."""
    h, wd = x.shape[2:]
    kh, kw = w.shape[2:]
    fx = np.fft.rfft2(x)
    fw = np.fft.rfft2(w, s=(h, wd))
    spec = np.einsum('nchw,fchw->nfhw', fx, np.conj(fw))
    full = np.fft.irfft2(spec, s=(h, wd))
    # the last kh - 1 rows and kw - 1 columns are wrapped around
    valid = full[:, :, :h - kh + 1, :wd - kw + 1]
    return valid[:, :, ::stride, ::stride] + b[:, None, None]

rng = np.random.default_rng(101)
x = rng.normal(size=(1, 2, 6, 7))
w = rng.normal(size=(2, 2, 3, 3))
print(np.round(fft_conv(x, w, np.array([0.5, -0.5])), 4))
print(fft_conv(x, w, np.zeros(2), stride=2).shape)
