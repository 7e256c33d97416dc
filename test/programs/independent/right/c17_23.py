import numpy as np

def conv_fft(x, w, b, pad=0, stride=1):
    """Cross-correlation through the Fourier transform, channels first."""
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    H, W = x.shape[2:]
    kh, kw = w.shape[2:]
    X = np.fft.rfft2(x)
    K = np.conj(np.fft.rfft2(w, s=(H, W)))
    Y = (X[:, None] * K[None]).sum(axis=2)
    y = np.fft.irfft2(Y, s=(H, W))
    y = y[:, :, :H - kh + 1:stride, :W - kw + 1:stride]
    return y + b[:, None, None]

rng = np.random.default_rng(23)
x = rng.normal(size=(2, 3, 7, 8))
w = rng.normal(size=(4, 3, 3, 2))
b = rng.normal(size=4)
y = conv_fft(x, w, b, pad=1, stride=2)
print(y.shape, conv_fft(x, w, b).shape)
