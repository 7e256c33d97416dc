import numpy as np

def conv_fft(x, w, b):
    """
    Cross-correlation through the correlation theorem (VALID, stride 1).
    x: (N, C, H, W), w: (F, C, kh, kw), b: (F,)
    """
    H, W = x.shape[-2:]
    kh, kw = w.shape[-2:]
    X = np.fft.rfft2(x)
    G = np.conj(np.fft.rfft2(w, s=(H, W)))
    Y = np.einsum('nchw,fchw->nfhw', X, G)
    y = np.fft.irfft2(Y, s=(H, W))
    # entries further right / below wrap around and are dropped
    return y[:, :, :H - kh + 1, :W - kw + 1] + b[:, None, None]

rng = np.random.default_rng(10)
out = conv_fft(rng.normal(size=(2, 3, 7, 8)), rng.normal(size=(4, 3, 3, 2)), rng.normal(size=4))
print(out.shape, out[0, 0])
