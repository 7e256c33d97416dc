from dataclasses import dataclass
import numpy as np


@dataclass
class Pool2d:
    """Pooling of a (C, H, W) image, only complete windows are used."""
    size: int
    stride: int
    kind: str = "max"

    def out_dim(self, n: int) -> int:
        return int(round((n - self.size) / self.stride)) + 1

    def __call__(self, x: np.ndarray) -> np.ndarray:
        c, h, w = x.shape
        reduce = np.max if self.kind == "max" else np.mean
        out = np.zeros((c, self.out_dim(h), self.out_dim(w)))
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                y, z = i * self.stride, j * self.stride
                out[:, i, j] = reduce(x[:, y:y + self.size, z:z + self.size], axis=(1, 2))
        return out


x = np.random.default_rng(6).normal(size=(2, 9, 9))
print(Pool2d(3, 2)(x).shape)
print(Pool2d(2, 4, "avg")(x).shape)
print(Pool2d(2, 4)(x[:, :5, :])[0])
