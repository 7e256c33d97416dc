import numpy as np


class AvgPool:
    """Average over the real (unpadded) entries only: count_include_pad=False."""

    def __init__(self, k, s, p):
        self.k, self.s, self.p = k, s, p

    def _windows(self, h, w):
        for i, top in enumerate(range(-self.p, h + self.p - self.k + 1, self.s)):
            for j, left in enumerate(range(-self.p, w + self.p - self.k + 1, self.s)):
                rows = slice(max(top, 0), min(top + self.k, h))
                cols = slice(max(left, 0), min(left + self.k, w))
                yield i, j, rows, cols

    def forward(self, x):
        self.shape = x.shape
        n, c, h, w = x.shape
        oh = (h + 2 * self.p - self.k) // self.s + 1
        ow = (w + 2 * self.p - self.k) // self.s + 1
        y = np.zeros((n, c, oh, ow))
        for i, j, rows, cols in self._windows(h, w):
            y[:, :, i, j] = x[:, :, rows, cols].mean(axis=(-2, -1))
        return y

    def backward(self, dy):
        dx = np.zeros(self.shape)
        for i, j, rows, cols in self._windows(*self.shape[2:]):
            count = (rows.stop - rows.start) * (cols.stop - cols.start)
            dx[:, :, rows, cols] += dy[:, :, i, j][..., None, None] / count
        return dx


pool = AvgPool(3, 2, 1)
x = np.arange(36.0).reshape(1, 1, 6, 6)
y = pool.forward(x)
print(y)
print(pool.backward(np.ones_like(y)))
