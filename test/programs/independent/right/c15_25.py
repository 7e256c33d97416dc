import numpy as np

def corr_fft(x, k):
    """valid cross-correlation through the Fourier transform"""
    spec = np.fft.rfft2(x) * np.conj(np.fft.rfft2(k, x.shape))
    full = np.fft.irfft2(spec, x.shape)
    return full[:x.shape[0] - k.shape[0] + 1, :x.shape[1] - k.shape[1] + 1]

r = np.random.RandomState(6)
print(corr_fft(r.rand(6, 7), r.rand(3, 2)))
