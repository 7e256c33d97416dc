import numpy as np


class AvgPool2D:
    def __init__(self, pool_size=2, stride=None):
        self.k = pool_size
        self.s = stride or pool_size

    def forward(self, x):
        self.in_shape = x.shape
        n, h, w, c = x.shape
        oh, ow = (h - self.k) // self.s + 1, (w - self.k) // self.s + 1
        out = np.empty((n, oh, ow, c))
        for i in range(oh):
            for j in range(ow):
                out[:, i, j, :] = self._window(x, i, j).mean(axis=(1, 2))
        return out

    def _window(self, arr, i, j):
        return arr[:, i * self.s:i * self.s + self.k, j * self.s:j * self.s + self.k, :]

    def backward(self, grad):
        dx = np.zeros(self.in_shape)
        share = grad // (self.k * self.k)
        for i in range(grad.shape[1]):
            for j in range(grad.shape[2]):
                self._window(dx, i, j)[...] += share[:, i:i + 1, j:j + 1, :]
        return dx


np.random.seed(42)
layer = AvgPool2D(3, stride=2)
out = layer.forward(np.random.randn(2, 7, 5, 2))
dx = layer.backward(10 * np.random.randn(*out.shape))
print(out.shape, dx.shape, dx.sum())
