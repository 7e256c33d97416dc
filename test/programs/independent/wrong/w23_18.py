import numpy as np


class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        out = x
        self.mask = (x <= 0)
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dx = dout.copy()
        dx[self.mask] = 0
        return dx


class MaxPool:
    def __init__(self, size):
        self.size = size

    def forward(self, x):
        k = self.size
        n, c, h, w = x.shape
        self.x = x
        blocks = x.reshape(n, c, h // k, k, w // k, k)
        self.out = blocks.max(axis=(3, 5))
        return self.out

    def backward(self, dout):
        k = self.size
        up = self.out.repeat(k, axis=2).repeat(k, axis=3)
        dup = dout.repeat(k, axis=2).repeat(k, axis=3)
        return np.where(self.x == up, dup, 0.0)


np.random.seed(8)
relu, pool = Relu(), MaxPool(2)
x = np.random.randn(1, 2, 4, 4)
y = pool.forward(relu.forward(x) + x)
g = relu.backward(pool.backward(np.ones_like(y)))
print(y)
print(g)
