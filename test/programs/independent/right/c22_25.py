from dataclasses import dataclass, field
from typing import Optional, Tuple
import numpy as np

@dataclass
class Conv2DLayer:
    """Layer over batches (N, C, H, W) with separate strides and paddings per axis."""
    weight: np.ndarray
    bias: Optional[np.ndarray] = None
    stride: Tuple[int, int] = (1, 1)
    padding: Tuple[int, int] = (0, 0)
    grads: dict = field(default_factory=dict)

    def _windows(self, size: int, axis: int):
        k = self.weight.shape[2 + axis]
        last = size + 2 * self.padding[axis] - k
        return [slice(t, t + k) for t in range(0, last + 1, self.stride[axis])]

    def _pad(self, x: np.ndarray) -> np.ndarray:
        ph, pw = self.padding
        return np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.x = x
        xp = self._pad(x)
        rows, cols = self._windows(x.shape[2], 0), self._windows(x.shape[3], 1)
        y = np.stack([np.stack([np.einsum('ncab,fcab->nf', xp[:, :, r, c], self.weight)
                                for c in cols], axis=-1) for r in rows], axis=-2)
        return y if self.bias is None else y + self.bias.reshape(-1, 1, 1)

    def backward(self, dy: np.ndarray) -> np.ndarray:
        xp = self._pad(self.x)
        dxp, dw = np.zeros_like(xp), np.zeros_like(self.weight)
        H, W = self.x.shape[2:]
        for i, r in enumerate(self._windows(H, 0)):
            for j, c in enumerate(self._windows(W, 1)):
                dw += np.einsum('nf,ncab->fcab', dy[:, :, i, j], xp[:, :, r, c])
                dxp[:, :, r, c] += np.einsum('nf,fcab->ncab', dy[:, :, i, j], self.weight)
        self.grads['weight'] = dw
        if self.bias is not None:
            self.grads['bias'] = dy.sum(axis=(0, 2, 3))
        ph, pw = self.padding
        return dxp[:, :, ph:ph + H, pw:pw + W]

np.random.seed(25)
layer = Conv2DLayer(np.random.randn(4, 2, 3, 2), np.random.randn(4), stride=(2, 1), padding=(1, 0))
x = np.random.randn(3, 2, 5, 6)
y = layer.forward(x)
dx = layer.backward(np.ones_like(y))
print(y.shape, dx.shape, layer.grads['bias'])
