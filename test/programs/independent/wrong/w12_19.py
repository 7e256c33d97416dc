import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def conv2d(x: np.ndarray, weight: np.ndarray, bias: np.ndarray, stride: int = 1) -> np.ndarray:
    """x: (N, C, H, W), weight: (F, C, kh, kw)"""
    kh, kw = weight.shape[2:]
    win = sliding_window_view(x, (kh, kw), axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    y = np.einsum('nchwij,fcji->nfhw', win, weight)
    return y + bias[None, :, None, None]

rng = np.random.default_rng(12)
x = rng.normal(size=(2, 3, 7, 9))
weight = rng.normal(size=(4, 3, 3, 3))
bias = rng.normal(size=(4,))
out = conv2d(x, weight, bias, stride=2)
assert out.shape == (2, 4, 3, 4)
print(out.sum())
