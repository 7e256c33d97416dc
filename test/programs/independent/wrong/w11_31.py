import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def max_pool2d(x, kernel_size, stride=None, padding=0):
    """Same as torch.nn.functional.max_pool2d for (N, C, H, W) input."""
    if stride is None:
        stride = kernel_size
    if padding:
        p = padding
        x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode="constant", constant_values=0.0)
    windows = sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(-2, -1))

rng = np.random.default_rng(31)
x = rng.standard_normal((1, 2, 5, 6)) - 1.0
print(max_pool2d(x, 2))
print(max_pool2d(x, 3, stride=2, padding=1))
