import numpy as np

def maxpool2d(x, k=3, stride=2, padding=1):
    """Max pooling with the same semantics as nn.MaxPool2d(k, stride, padding)."""
    n, c, h, w = x.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="constant")
    oh = (h + 2 * padding - k) // stride + 1
    ow = (w + 2 * padding - k) // stride + 1
    y = np.full((n, c, oh, ow), -np.inf)
    for di in range(k):
        for dj in range(k):
            y = np.maximum(y, xp[:, :, di:di + stride * oh:stride, dj:dj + stride * ow:stride])
    return y

x = np.random.default_rng(9).normal(size=(1, 2, 6, 6)) - 1.0
print(maxpool2d(x))
