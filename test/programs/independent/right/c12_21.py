import numpy as np


class GlobalPool:
    def __init__(self, kind="avg", keepdims=False):
        if kind not in ("avg", "max"):
            raise ValueError(kind)
        self.kind, self.keepdims = kind, keepdims

    def forward(self, x):
        """x: (N, H, W, C)"""
        self.shape = n, h, w, c = x.shape
        flat = x.reshape(n, -1, c)
        if self.kind == "max":
            self.best = flat.argmax(axis=1)
            y = np.take_along_axis(flat, self.best[:, None], axis=1)[:, 0]
        else:
            y = flat.sum(axis=1) / (h * w)
        return y.reshape(n, 1, 1, c) if self.keepdims else y

    def backward(self, dy):
        n, h, w, c = self.shape
        dy = dy.reshape(n, 1, c)
        if self.kind == "max":
            dx = np.zeros((n, h * w, c))
            np.put_along_axis(dx, self.best[:, None], dy, axis=1)
        else:
            dx = np.repeat(dy, h * w, axis=1) / (h * w)
        return dx.reshape(self.shape)


x = np.random.default_rng(9).normal(size=(2, 3, 4, 5))
for kind in ("avg", "max"):
    pool = GlobalPool(kind, keepdims=kind == "max")
    y = pool.forward(x)
    dx = pool.backward(np.arange(10.0).reshape(y.shape))
    print(kind, y.shape, dx.sum())
