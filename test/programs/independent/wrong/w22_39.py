import numpy as np


class Depthwise:
    """Every channel has its own k x k kernel. Layout (N, C, H, W)."""

    def __init__(self, K, b, stride=1, pad=0):
        self.K, self.b = K, b
        self.stride, self.pad = stride, pad
        self.grads = {}

    def windows(self, h, w):
        k = self.K.shape[-1]
        for i in range((h - k) // self.stride + 1):
            for j in range((w - k) // self.stride + 1):
                a, c = i * self.stride, j * self.stride
                yield i, j, np.s_[:, :, a:a + k, c:c + k]

    def forward(self, x):
        p, s = self.pad, self.stride
        xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        n, c, h, w = xp.shape
        k = self.K.shape[-1]
        y = np.zeros((n, c, (h - k) // s + 1, (w - k) // s + 1))
        for i, j, box in self.windows(h, w):
            y[:, :, i, j] = (xp[box] * self.K).sum(axis=(2, 3)) + self.b
        self.xp = xp
        return y

    def backward(self, dy):
        p = self.pad
        dxp = np.zeros_like(self.xp)
        dK = np.zeros_like(self.K)
        h, w = self.xp.shape[2:]
        for i, j, box in self.windows(h, w):
            g = dy[:, :, i, j][:, :, None, None]
            dxp[box] += g * self.K
            dK += (g * self.xp[box]).mean(axis=0)
        self.grads['K'] = dK
        self.grads['b'] = dy.sum(axis=(1, 2, 3))
        return dxp[:, :, p:h - p, p:w - p]


r = np.random.RandomState(39)
layer = Depthwise(r.randn(2, 3, 3), r.randn(2), stride=1, pad=1)
y = layer.forward(r.randn(2, 2, 4, 5))
dx = layer.backward(r.randn(*y.shape))
print(y.shape, dx.shape)
print(layer.grads['b'])
print(layer.grads['K'])
