from dataclasses import dataclass
from typing import Tuple
import numpy as np


@dataclass(frozen=True)
class ConvConfig:
    stride: Tuple[int, int] = (1, 1)
    padding: Tuple[int, int] = (0, 0)
    dilation: Tuple[int, int] = (1, 1)

    def extent(self, size: int, k: int, axis: int) -> int:
        span = self.dilation[axis] * (k - 1)
        return (size + 2 * self.padding[axis] - span - 1) // self.stride[axis] + 1


def conv2d(x: np.ndarray, w: np.ndarray, cfg: ConvConfig = ConvConfig()) -> np.ndarray:
    oh = cfg.extent(x.shape[2], w.shape[2], 0)
    ow = cfg.extent(x.shape[3], w.shape[3], 1)
    (ph, pw), (sy, sx), (dy, dx) = cfg.padding, cfg.stride, cfg.dilation
    x = np.ascontiguousarray(np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw))))
    bn, bc, bh, bw = x.strides
    view = np.lib.stride_tricks.as_strided(
        x,
        (x.shape[0], x.shape[1], oh, ow, w.shape[2], w.shape[3]),
        (bn, bc, bh * sy, bw * sx, bh * dy, bw * dx),
    )
    return np.einsum("bchwij,ocij->bohw", view, w)


rng = np.random.default_rng(3)
img = rng.normal(size=(2, 3, 7, 8))
ker = rng.normal(size=(4, 3, 3, 2))
print(conv2d(img, ker).shape)
print(conv2d(img, ker, ConvConfig(stride=(2, 1), padding=(1, 0), dilation=(1, 2))).shape)
