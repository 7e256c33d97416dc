from dataclasses import dataclass, field
from typing import Optional
import numpy as np

@dataclass
class ConvLayer:
    weight: np.ndarray               # (F, C, k, k)
    stride: int = 1
    cache: Optional[np.ndarray] = field(default=None, repr=False)

    def _positions(self, h, w):
        k = self.weight.shape[-1]
        for i in range((h - k) // self.stride + 1):
            for j in range((w - k) // self.stride + 1):
                yield i, j, i * self.stride, j * self.stride

    def forward(self, x):
        if self.cache is None:
            self.cache = x
        n, _, h, w = x.shape
        f, _, k, _ = self.weight.shape
        out = np.zeros((n, f, (h - k) // self.stride + 1, (w - k) // self.stride + 1))
        for i, j, r, c in self._positions(h, w):
            out[:, :, i, j] = np.tensordot(x[:, :, r:r + k, c:c + k], self.weight, axes=([1, 2, 3], [1, 2, 3]))
        return out

    def backward(self, dout):
        x = self.cache
        k = self.weight.shape[-1]
        dx, dw = np.zeros_like(x), np.zeros_like(self.weight)
        for i, j, r, c in self._positions(*x.shape[2:]):
            g = dout[:, :, i, j]
            dw += np.tensordot(g, x[:, :, r:r + k, c:c + k], axes=(0, 0))
            dx[:, :, r:r + k, c:c + k] += np.tensordot(g, self.weight, axes=(1, 0))
        return dx, dw

rng = np.random.default_rng(32)
layer = ConvLayer(rng.standard_normal((3, 2, 3, 3)), stride=2)
for step in range(2):
    batch = rng.standard_normal((2, 2, 7, 7))
    out = layer.forward(batch)
    dx, dw = layer.backward(np.ones_like(out))
    print(step, dw[0, 0])
