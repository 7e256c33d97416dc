import numpy as np

def conv_fft(img, kernel):
    """Valid cross-correlation through the FFT; img (H, W), kernel (kh, kw)."""
    H, W = img.shape
    kh, kw = kernel.shape
    size = (H + kh - 1, W + kw - 1)
    F_img = np.fft.rfft2(img, s=size)
    F_ker = np.fft.rfft2(kernel[::-1, ::-1], s=size)
    full = np.fft.irfft2(F_img * F_ker, s=size)
    return full[kh // 2:kh // 2 + H - kh + 1, kw // 2:kw // 2 + W - kw + 1]

img = np.random.default_rng(0).random((7, 10))
kernel = np.array([[1., 2., 0.], [0., -1., 3.], [2., 1., 1.]])
result = conv_fft(img, kernel)
print(result.shape)
