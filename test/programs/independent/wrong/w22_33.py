import numpy as np


def patches(x: np.ndarray, k: int, stride: int) -> np.ndarray:
    """One flattened (k, k, channels) block per row."""
    m, h, w, c = x.shape
    rows = []
    for img in x:
        for top in range(0, h - k + 1, stride):
            for left in range(0, w - k + 1, stride):
                block = img[top:top + k, left:left + k, :]
                rows.append(block.transpose(2, 0, 1).ravel())
    return np.stack(rows)


def conv_nhwc(x: np.ndarray, kernel: np.ndarray, bias: np.ndarray, stride: int = 1) -> np.ndarray:
    """kernel: (k, k, in_channels, out_channels)"""
    k, _, _, out_channels = kernel.shape
    m, h, w, _ = x.shape
    oh = (h - k) // stride + 1
    ow = (w - k) // stride + 1
    cols = patches(x, k, stride)
    y = cols @ kernel.reshape(-1, out_channels) + bias
    return y.reshape(m, oh, ow, out_channels)


rng = np.random.default_rng(33)
x = rng.normal(size=(2, 5, 5, 3))
kernel = rng.normal(size=(3, 3, 3, 4))
bias = rng.normal(size=4)
print(conv_nhwc(x, kernel, bias)[0, 0])
print(conv_nhwc(x, kernel, bias, stride=2).shape)
