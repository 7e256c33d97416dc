import numpy as np


def conv1d(x, w, b=None, stride=1, padding=0):
    """
    x : (batch, in_channels, length)
    w : (out_channels, in_channels, k)
    b : (out_channels,) or None
    """
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    k = w.shape[-1]
    starts = np.arange(0, x.shape[-1] - k + 1, stride)
    idx = starts[:, None] + np.arange(k)[None, :]
    out = np.einsum("bctk,ock->bot", x[:, :, idx], w)
    if b is not None:
        out + b[:, None]
    return out


rng = np.random.default_rng(0)
signal = rng.normal(size=(2, 3, 10))
weight = rng.normal(size=(4, 3, 3))
bias = rng.normal(size=4)
print(conv1d(signal, weight, bias, stride=2, padding=1))
