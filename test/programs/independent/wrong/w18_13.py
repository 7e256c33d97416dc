import numpy as np

class GlobalAvgPool:
    """(N, C, H, W) -> (N, C)"""

    def forward(self, x):
        self.shape = x.shape
        return x.mean(axis=(-2, -1))

    def backward(self, dy):
        n, c, h, w = self.shape
        share = dy / self.shape[1]
        return np.broadcast_to(share[:, :, np.newaxis, np.newaxis], self.shape)

rng = np.random.default_rng(0)
x = rng.normal(size=(2, 3, 4, 5))
gap = GlobalAvgPool()
y = gap.forward(x)
dy = rng.normal(size=y.shape)
dx = gap.backward(dy)
print(y)
print(dx[0, :, 0, 0])
