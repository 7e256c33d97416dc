import numpy as np


class MaxPool:
    def __init__(self, k, s):
        self.k = k
        self.s = s

    def forward(self, x):
        """x: (C, H, W)"""
        C, H, W = x.shape
        k, s = self.k, self.s
        oh, ow = (H - k) // s + 1, (W - k) // s + 1
        self.shape = x.shape
        self.winner = {}
        y = np.zeros((C, oh, ow))
        for c in range(C):
            for i in range(oh):
                for j in range(ow):
                    win = x[c, i * s:i * s + k, j * s:j * s + k]
                    r, q = divmod(int(win.argmax()), k)
                    self.winner[i, j] = (r, q)
                    y[c, i, j] = win[r, q]
        return y

    def backward(self, dy):
        dx = np.zeros(self.shape)
        C, oh, ow = dy.shape
        for c in range(C):
            for i in range(oh):
                for j in range(ow):
                    r, q = self.winner[i, j]
                    dx[c, r, q] += dy[c, i, j]
        return dx


np.random.seed(14)
pool = MaxPool(2, 2)
x = np.random.randn(3, 4, 6)
y = pool.forward(x)
print(y)
print(pool.backward(np.ones_like(y)))
