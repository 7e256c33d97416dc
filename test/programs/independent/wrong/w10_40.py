import numpy as np


def depthwise_conv(x, k, stride=1):
    """Depthwise convolution, x (H, W, C), k (kh, kw, C), one filter per channel."""
    H, W, C = x.shape
    kh, kw, _ = k.shape
    oh = (H - kh) // stride + 1
    ow = (W - kw) // stride + 1
    positions = ((i, j) for i in range(oh) for j in range(ow))
    y = np.zeros((oh, ow, C))
    for c in range(C):
        for i, j in positions:
            y0, x0 = i * stride, j * stride
            y[i, j, c] = (x[y0:y0 + kh, x0:x0 + kw, c] * k[:, :, c]).sum()
    return y


rng = np.random.default_rng(40)
x = rng.random((6, 7, 3))
k = rng.random((3, 2, 3))
print(depthwise_conv(x, k).sum(axis=(0, 1)))
print(depthwise_conv(x, k, stride=2).shape)
