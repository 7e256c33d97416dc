from dataclasses import dataclass, field
from typing import Tuple

import numpy as np


@dataclass
class Conv:
    weight: np.ndarray                     # (out, in, kh, kw)
    stride: Tuple[int, int] = (1, 1)
    padding: Tuple[int, int, int, int] = (0, 0, 0, 0)   # left, right, top, bottom
    history: list = field(default_factory=list)

    def output_size(self, h: int, w: int) -> Tuple[int, int]:
        left, right, top, bottom = self.padding
        kh, kw = self.weight.shape[-2:]
        return ((h + top + bottom - kh + self.stride[0]) // self.stride[0],
                (w + left + right - kw + self.stride[1]) // self.stride[1])

    def __call__(self, x: np.ndarray) -> np.ndarray:
        left, right, top, bottom = self.padding
        oh, ow = self.output_size(*x.shape[-2:])
        kh, kw = self.weight.shape[-2:]
        canvas = np.pad(x, ((0, 0), (0, 0), (top, bottom), (left, right)))
        y = np.zeros((len(x), len(self.weight), oh, ow))
        for r in range(oh):
            for c in range(ow):
                r0, c0 = r * self.stride[0], c * self.stride[1]
                patch = canvas[:, None, :, r0:r0 + kh, c0:c0 + kw]
                y[:, :, r, c] = np.sum(patch * self.weight, axis=(2, 3, 4))
        self.history.append(y.shape)
        return y


rng = np.random.default_rng(2024)
conv = Conv(rng.normal(size=(2, 3, 3, 2)), stride=(2, 1), padding=(1, 0, 0, 1))
print(conv(rng.normal(size=(1, 3, 6, 5))).shape)
print(conv(rng.normal(size=(2, 3, 4, 4)))[0, 0])
print(conv.history)
