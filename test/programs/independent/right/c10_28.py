import numpy as np
from typing import NamedTuple

class Geometry(NamedTuple):
    kernel: int
    stride: int = 1
    pad: int = 0

    def out(self, n: int) -> int:
        return 1 + (n - self.kernel + 2 * self.pad) // self.stride

def unfold(x: np.ndarray, g: Geometry) -> np.ndarray:
    """(C, H, W) -> (C*k*k, OH*OW) by advanced indexing."""
    c, h, w = x.shape
    xp = np.pad(x, ((0, 0), (g.pad, g.pad), (g.pad, g.pad)))
    k = np.arange(g.kernel)
    r = (k[:, None, None, None] + g.stride * np.arange(g.out(h))[None, None, :, None])
    q = (k[None, :, None, None] + g.stride * np.arange(g.out(w))[None, None, None, :])
    return xp[:, r, q].reshape(c * g.kernel ** 2, -1)

def conv2d(x: np.ndarray, w: np.ndarray, g: Geometry) -> np.ndarray:
    return (w.reshape(len(w), -1) @ unfold(x, g)).reshape(len(w), g.out(x.shape[1]), -1)

x = np.random.RandomState(28).randn(3, 6, 8)
w = np.random.RandomState(29).randn(2, 3, 3, 3)
y = conv2d(x, w, Geometry(3, stride=2, pad=1))
print(y.shape)
