import numpy as np

class MaxPool:
    def __init__(self, kernel=2, stride=2):
        self.k, self.s = kernel, stride

    def forward(self, x):
        n, c, h, w = x.shape
        k, s = self.k, self.s
        oh, ow = (h - k) // s + 1, (w - k) // s + 1
        y = np.zeros((n, c, oh, ow))
        self.argmax = np.zeros((n, c, oh, ow, 2), dtype=int)   # absolute positions
        for b in range(n):
            for ch in range(c):
                for i in range(oh):
                    for j in range(ow):
                        best, pos = -np.inf, None
                        for di in range(k):
                            for dj in range(k):
                                v = x[b, ch, i * s + di, j * s + dj]
                                if v > best:
                                    best, pos = v, (i * s + di, j * s + dj)
                        y[b, ch, i, j] = best
                        self.argmax[b, ch, i, j] = pos
        self.shape = x.shape
        return y

    def backward(self, dy):
        dx = np.zeros(self.shape)
        for b, ch, i, j in np.ndindex(*dy.shape):
            r, q = self.argmax[b, ch, i, j]
            dx[b, ch, r, q] += dy[b, ch, i, j]
        return dx

np.random.seed(14)
mp = MaxPool(3, 2)
y = mp.forward(np.random.randint(0, 4, (2, 2, 7, 7)))   # ties: the first one wins
print(y[0, 0])
print(mp.backward(np.ones_like(y))[0, 0])
