import numpy as np


class MaxPool:
    """Max pooling, channels first, remembers the winner of every window."""

    def __init__(self, k, stride):
        self.k, self.stride = k, stride

    def forward(self, x):
        n, c, h, w = x.shape
        oh = (h - self.k) // self.stride + 1
        ow = (w - self.k) // self.stride + 1
        self.shape = x.shape
        self.winner = np.zeros((n, c, oh, ow), dtype=int)
        y = np.zeros((n, c, oh, ow))
        for idx in np.ndindex(n, c, oh, ow):
            b, ch, i, j = idx
            win = x[b, ch, i * self.stride:i * self.stride + self.k, j * self.stride:j * self.stride + self.k]
            self.winner[idx] = win.argmax()
            y[idx] = win.max()
        return y

    def backward(self, dy):
        dx = np.zeros(self.shape)
        for idx in np.ndindex(*dy.shape):
            b, ch, i, j = idx
            r, q = np.unravel_index(self.winner[idx], self.shape[2:])
            dx[b, ch, i * self.stride + r, j * self.stride + q] += dy[idx]
        return dx


np.random.seed(77)
pool = MaxPool(2, 3)
x = np.random.randn(2, 2, 5, 10)
y = pool.forward(x)
print(pool.backward(np.ones_like(y))[0, 0])
