import numpy as np


def correlate(a, k):
    """Valid cross-correlation of two matrices."""
    oh, ow = a.shape[0] - k.shape[0] + 1, a.shape[1] - k.shape[1] + 1
    return np.array([[np.sum(a[i:i + k.shape[0], j:j + k.shape[1]] * k)
                      for j in range(ow)] for i in range(oh)])


class Conv:
    """One input channel, several filters. w: (F, k, k)"""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def forward(self, x):
        self.x = x
        return np.array([[correlate(img, k) + bb for k, bb in zip(self.w, self.b)] for img in x])

    def backward(self, dy):
        F, k, _ = self.w.shape
        dx = np.zeros_like(self.x)
        dw = np.zeros_like(self.w)
        self.w = self.w[:, ::-1, ::-1]
        for n in range(len(self.x)):
            for f in range(F):
                dw[f] = correlate(self.x[n], dy[n, f])
                wide = np.pad(dy[n, f], k - 1)
                dx[n] += correlate(wide, self.w[f])
        db = dy.sum(axis=(0, 2, 3))
        return dx, dw, db


np.random.seed(9)
layer = Conv(np.random.randn(2, 3, 3), np.zeros(2))
x = np.random.randn(3, 5, 6)
for step in range(2):
    y = layer.forward(x)
    dx, dw, db = layer.backward(np.ones_like(y))
    print(step, y.sum(), dx.sum(), dw.sum(), db)
