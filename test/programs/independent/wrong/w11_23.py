import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def conv_nhwc(batch: np.ndarray, weight: np.ndarray, stride: int = 1) -> np.ndarray:
    """batch (N, H, W, C), weight (O, C, kh, kw) -> (N, H', W', O)"""
    n, h, w, c = batch.shape
    nchw = batch.reshape(n, c, h, w)
    kh, kw = weight.shape[2:]
    win = sliding_window_view(nchw, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    return np.einsum("ncyxij,ocij->nyxo", win, weight)

rng = np.random.default_rng(99)
images = rng.uniform(size=(2, 6, 7, 3))
kernels = rng.uniform(-1, 1, size=(5, 3, 3, 3))
print(conv_nhwc(images, kernels).shape)
print(conv_nhwc(images, kernels, stride=2)[0, 0])
