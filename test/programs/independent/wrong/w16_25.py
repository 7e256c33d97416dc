import numpy as np


class GlobalAvgPool:
    def forward(self, x: np.ndarray) -> np.ndarray:
        """(N, C, H, W) -> (N, C)"""
        self.shape = x.shape
        return x.mean(axis=(2, 3))

    def backward(self, dout: np.ndarray) -> np.ndarray:
        n, c, h, w = self.shape
        scale = n * h * w
        return np.broadcast_to(dout[:, :, None, None], self.shape) / scale


gap = GlobalAvgPool()
x = np.random.RandomState(1).randn(4, 3, 5, 2)
y = gap.forward(x)
print(y)
dx = gap.backward(np.ones_like(y))
print(dx.shape, dx[0, 0])
