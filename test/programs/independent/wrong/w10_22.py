from dataclasses import dataclass, field
from typing import Tuple

import numpy as np


@dataclass
class GlobalAvgPool:
    """Global average pooling on NHWC tensors -> (N, C)."""

    in_shape: Tuple[int, ...] = field(default=(), init=False)

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.in_shape = x.shape
        return x.mean(axis=(1, 3))

    def backward(self, grad: np.ndarray) -> np.ndarray:
        n, h, w, c = self.in_shape
        area = np.prod(self.in_shape[1:])
        return np.broadcast_to(grad[:, None, None, :] / area, self.in_shape).copy()


rng = np.random.default_rng(17)
x = rng.normal(size=(2, 3, 4, 4))
pool = GlobalAvgPool()
y = pool.forward(x)
g = pool.backward(np.ones((2, 4)))
print(y.shape, g.shape, g.sum())
