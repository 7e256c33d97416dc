import numpy as np

class BlockMaxPool:
    """Non-overlapping k x k max pooling, (N, C, H, W) with H and W multiples of k."""

    def __init__(self, k):
        self.k = k

    def _enlarge(self, a):
        return np.tile(a, (1, 1, self.k, self.k))

    def forward(self, x):
        n, c, h, w = x.shape
        k = self.k
        self.x = x
        self.y = x.reshape(n, c, h // k, k, w // k, k).max(axis=(3, 5))
        return self.y

    def backward(self, dy):
        hit = self.x == self._enlarge(self.y)
        return hit * self._enlarge(dy)


pool = BlockMaxPool(2)
x = np.random.RandomState(31).randn(1, 2, 4, 6)
print(pool.forward(x)[0, 0])
print(pool.backward(np.ones((1, 2, 2, 3)))[0, 0])
