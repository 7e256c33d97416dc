import numpy as np
from dataclasses import dataclass


@dataclass
class Conv2dConfig:
    stride: int = 1
    padding: int = 0
    dilation: int = 1


def conv2d(x: np.ndarray, w: np.ndarray, cfg: Conv2dConfig) -> np.ndarray:
    n, c, h, wid = x.shape
    f, _, kh, kw = w.shape
    s, p, d = cfg.stride, cfg.padding, cfg.dilation
    padded = np.zeros((n, c, h + 2 * p, wid + 2 * p))
    padded[:, :, p:p + h, p:p + wid] = x

    def extent(k):
        return d * k

    oh = (h + 2 * p - extent(kh)) // s + 1
    ow = (wid + 2 * p - extent(kw)) // s + 1
    out = np.zeros((n, f, oh, ow))
    for i in range(oh):
        for j in range(ow):
            rows = i * s + d * np.arange(kh)
            cols = j * s + d * np.arange(kw)
            patch = padded[:, :, rows[:, None], cols]
            out[:, :, i, j] = np.tensordot(patch, w, axes=([1, 2, 3], [1, 2, 3]))
    return out


rng = np.random.default_rng(21)
x = rng.normal(size=(1, 2, 9, 8))
w = rng.normal(size=(3, 2, 3, 3))
print(conv2d(x, w, Conv2dConfig(dilation=2)).shape)
print(conv2d(x, w, Conv2dConfig(stride=2, padding=1, dilation=2))[0, 0])
