import numpy as np
from functools import reduce


class ReLU:
    def forward(self, x):
        self.out = x.copy()
        self.out[self.out < 0] = 0
        return self.out

    def backward(self, dy):
        return dy * np.sign(self.out)


class MaxPool:
    """Channels last, square windows without overlap, rest rows dropped."""

    def __init__(self, k):
        self.k = k

    def _parts(self, x):
        h, w = (x.shape[1] // self.k) * self.k, (x.shape[2] // self.k) * self.k
        return [x[:, u:h:self.k, v:w:self.k] for u in range(self.k) for v in range(self.k)]

    def forward(self, x):
        self.x = x
        self.y = reduce(np.maximum, self._parts(x))
        return self.y

    def backward(self, dy):
        dx = np.zeros_like(self.x)
        for src, dst in zip(self._parts(self.x), self._parts(dx)):
            dst[...] = dy * (src == self.y)
        return dx


np.random.seed(14)
relu, pool = ReLU(), MaxPool(2)
y = pool.forward(relu.forward(np.random.randn(2, 5, 7, 3)))
g = relu.backward(pool.backward(np.ones_like(y)))
print(y.shape, g.shape, g.sum())
