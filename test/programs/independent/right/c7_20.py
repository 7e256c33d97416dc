from dataclasses import dataclass, field
from typing import Optional, Tuple
import numpy as np

@dataclass
class GlobalPool:
    kind: str = "avg"
    _shape: Optional[Tuple[int, ...]] = field(default=None, repr=False)

    def forward(self, x: np.ndarray) -> np.ndarray:
        self._shape = x.shape
        flat = x.reshape(*x.shape[:2], -1)
        if self.kind == "avg":
            return flat.mean(-1)
        self._at = flat.argmax(-1)
        return np.take_along_axis(flat, self._at[..., None], -1)[..., 0]

    def backward(self, g: np.ndarray) -> np.ndarray:
        n, c, h, w = self._shape
        flat = np.zeros((n, c, h * w))
        if self.kind == "avg":
            flat += g[..., None] / flat.shape[-1]
        else:
            np.put_along_axis(flat, self._at[..., None], g[..., None], -1)
        return flat.reshape(self._shape)

for kind in ("avg", "max"):
    layer = GlobalPool(kind)
    print(layer.forward(np.random.RandomState(1).randn(2, 3, 4, 5)))
    print(layer.backward(np.ones((2, 3))).sum())
