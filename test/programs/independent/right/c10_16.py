import numpy as np

def conv_fft_same(img, ker):
    """'same' cross-correlation for an odd kernel, circular part cut off."""
    H, W = img.shape
    kh, kw = ker.shape
    P, Q = H + kh - 1, W + kw - 1
    spectrum = np.fft.fft2(img, (P, Q)) * np.conj(np.fft.fft2(ker, (P, Q)))
    circ = np.real(np.fft.ifft2(spectrum))
    circ = np.roll(circ, (kh // 2, kw // 2), axis=(0, 1))
    return circ[:H, :W]

img = np.random.RandomState(16).rand(6, 7)
ker = np.random.RandomState(17).rand(3, 5)
print(conv_fft_same(img, ker).shape)
