import numpy as np


def fft_correlate_valid(image, kernel):
    """Valid cross-correlation of one channel through the frequency domain."""
    H, W = image.shape
    kh, kw = kernel.shape
    turned = kernel[::-1, ::-1]
    shape = (H, W)
    spectrum = np.fft.rfft2(image, shape) * np.fft.rfft2(turned, shape)
    full = np.fft.irfft2(spectrum, shape)
    # the first kh-1 rows and kw-1 columns are not part of the valid region
    return full[:H - kh + 1, :W - kw + 1]


def conv_layer(x, filters, bias):
    out = []
    for f, b in zip(filters, bias):
        out.append(sum(fft_correlate_valid(x[c], f[c]) for c in range(len(x))) + b)
    return np.stack(out)


rng = np.random.default_rng(12)
x = rng.random((3, 8, 7))
filters = rng.random((2, 3, 3, 4))
bias = np.array([0.5, -1.0])
print(conv_layer(x, filters, bias).shape)
