import numpy as np

def fft_correlate(x, w):
    """Cross-correlation ('valid') of (N, C, H, W) with (F, C, kh, kw) in the frequency domain."""
    H, W = x.shape[-2:]
    kh, kw = w.shape[-2:]
    size = (H + kh, W + kw)
    fx = np.fft.rfft2(x, s=size)
    fw = np.fft.rfft2(w[:, :, ::-1, ::-1], s=size)
    prod = np.einsum("nchw,fchw->nfhw", fx, fw)
    full = np.fft.irfft2(prod, s=size)
    return full[:, :, kh:H + 1, kw:W + 1]

x = np.random.RandomState(8).randn(2, 3, 6, 5)
w = np.random.RandomState(9).randn(4, 3, 3, 2)
out = fft_correlate(x, w)
print(out.shape)
print(np.round(out[0, 0], 3))
