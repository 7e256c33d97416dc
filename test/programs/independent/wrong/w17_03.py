from itertools import product
import numpy as np


def conv_layer(images: np.ndarray, kernels: np.ndarray, bias: np.ndarray, stride: int = 1) -> np.ndarray:
    """Cross-correlation of a batch.

    images : (N, H, W, C)
    kernels: (K, kh, kw, C)
    bias   : (K,)
    """
    N, H, W, C = images.shape
    K, kh, kw, C2 = kernels.shape
    assert C == C2
    rows = (H - kh) // stride + 1
    cols = (W - kw) // stride + 1
    out = np.zeros((N, rows, cols, K))
    positions = product(range(rows), range(cols))
    for n, img in enumerate(images):
        for r, c in positions:
            patch = img[r * stride:r * stride + kh, c * stride:c * stride + kw]
            out[n, r, c] = np.tensordot(kernels, patch, axes=3) + bias
    return out


rng = np.random.default_rng(5)
batch = rng.normal(size=(3, 6, 5, 2))
ker = rng.normal(size=(4, 3, 2, 2))
b = rng.normal(size=4)
y = conv_layer(batch, ker, b)
print(y.shape, y[0, 0, 0], y[2].mean())
