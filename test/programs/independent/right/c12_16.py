import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def grouped_conv2d(x: np.ndarray, w: np.ndarray, b: np.ndarray, groups: int, stride: int = 1) -> np.ndarray:
    N, C, H, W = x.shape
    F, Cg, kh, kw = w.shape
    assert C == Cg * groups and F % groups == 0
    xg = x.reshape(N, groups, Cg, H, W)
    wg = w.reshape(groups, F // groups, Cg, kh, kw)
    view = sliding_window_view(xg, (kh, kw), axis=(3, 4))[:, :, :, ::stride, ::stride]
    y = np.einsum("ngchwij,gocij->ngohw", view, wg, optimize=True)
    y = y.reshape(N, F, *y.shape[-2:])
    return y + b[np.newaxis, :, np.newaxis, np.newaxis]

rng = np.random.default_rng(1234)
x = rng.normal(size=(2, 6, 5, 7))
w = rng.normal(size=(4, 3, 3, 3))
b = rng.normal(size=(4,))
print(grouped_conv2d(x, w, b, groups=2).shape)
print(grouped_conv2d(x, w, b, groups=2, stride=2)[0, :, 0, 0])
