import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def max_pool2d(x: np.ndarray, k: int, stride: int) -> np.ndarray:
    """x has layout (batch, height, width, channels)."""
    windows = sliding_window_view(x, (k, k), axis=(1, 2))
    windows = windows[::stride, ::stride]
    # windows: (batch, oh, ow, channels, k, k)
    return windows.max(axis=(-2, -1))

x = np.random.default_rng(3).integers(-9, 10, size=(3, 6, 6, 2)).astype(float)
print(max_pool2d(x, 2, 2)[..., 0])
print(max_pool2d(x, 3, 1).shape)
