from dataclasses import dataclass, field
import numpy as np


@dataclass
class AvgPool2d:
    """Average pooling, padded zeros are counted (count_include_pad=True). NCHW."""
    kernel: int
    stride: int = 1
    padding: int = 0
    _shape: tuple = field(default=(), init=False, repr=False)

    def _sizes(self, h, w):
        return ((h + 2 * self.padding - self.kernel) // self.stride + 1,
                (w + 2 * self.padding - self.kernel) // self.stride + 1)

    def forward(self, x):
        self._shape = x.shape
        p, k, s = self.padding, self.kernel, self.stride
        oh, ow = self._sizes(*x.shape[2:])
        xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        # summed-area table with a leading row / column of zeros
        sat = np.pad(xp.cumsum(axis=2).cumsum(axis=3), ((0, 0), (0, 0), (1, 0), (1, 0)))
        r0 = np.arange(oh) * s
        c0 = np.arange(ow) * s
        total = (sat[:, :, r0 + k][..., c0 + k] - sat[:, :, r0][..., c0 + k]
                 - sat[:, :, r0 + k][..., c0] + sat[:, :, r0][..., c0])
        return total / k ** 2

    def backward(self, dout):
        n, c, h, w = self._shape
        p, k, s = self.padding, self.kernel, self.stride
        dxp = np.zeros((n, c, h + 2 * p, w + 2 * p))
        oh, ow = dout.shape[2:]
        for a in range(k):
            for b in range(k):
                dxp[:, :, a:a + s * (oh - 1) + 1:s, b:b + s * (ow - 1) + 1:s] += dout
        return dxp[:, :, p:h + p, p:w + p] / k ** 2


layer = AvgPool2d(3, stride=2, padding=1)
x = np.random.default_rng(4).normal(size=(1, 2, 5, 5))
y = layer.forward(x)
print(y)
print(layer.backward(np.ones_like(y)))
