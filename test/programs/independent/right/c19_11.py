import numpy as np

def conv1d(x, w, b, stride=1, padding=0, dilation=1):
    """x: (N, C, L)  w: (F, C, K)  b: (F,)"""
    N, C, L = x.shape
    F, _, K = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    Lout = (L + 2 * padding - dilation * (K - 1) - 1) // stride + 1
    pos = np.arange(Lout)[:, None] * stride + np.arange(K)[None, :] * dilation
    gathered = xp[:, :, pos]
    return np.einsum('nclk,fck->nfl', gathered, w) + b[:, None]

rng = np.random.default_rng(11)
x = rng.normal(size=(2, 3, 12))
w = rng.normal(size=(4, 3, 3))
b = rng.normal(size=4)
print(conv1d(x, w, b).shape)
print(conv1d(x, w, b, 2, 2, 2).shape)
