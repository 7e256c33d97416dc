import numpy as np


class ConvLayer:
    def __init__(self, n_filters, kernel_size, in_channels, stride=1, padding=0):
        self.k = kernel_size
        self.stride = stride
        self.padding = padding
        self.W = np.random.randn(n_filters, in_channels, kernel_size, kernel_size) * 0.01
        self.b = np.zeros(n_filters)

    def _pad(self, x):
        p = self.padding
        return np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])

    def _window(self, i, j):
        top, left = i * self.stride, j * self.stride
        return slice(top, top + self.k), slice(left, left + self.k)

    def forward(self, x):
        self.x = x
        self.xp = self._pad(x)
        n, _, h, w = self.xp.shape
        oh = (h - self.k) // self.stride + 1
        ow = (w - self.k) // self.stride + 1
        y = np.zeros((n, len(self.W), oh, ow))
        for i in range(oh):
            for j in range(ow):
                rs, cs = self._window(i, j)
                for f, kernel in enumerate(self.W):
                    y[:, f, i, j] = (self.xp[:, :, rs, cs] * kernel).sum(axis=(1, 2, 3)) + self.b[f]
        return y

    def backward(self, dy):
        self.dW = np.zeros_like(self.W)
        self.db = dy.sum(axis=(0, 2, 3))
        dxp = np.zeros_like(self.xp)
        for i in range(dy.shape[2]):
            for j in range(dy.shape[3]):
                rs, cs = self._window(i, j)
                for f in range(dy.shape[1]):
                    g = dy[:, f, i, j][:, None, None, None]
                    self.dW[f] += (g * self.xp[:, :, rs, cs]).sum(axis=0)
                    dxp[:, :, rs, cs] += g * self.W[f]
        p = self.padding
        return dxp[:, :, p:p + self.x.shape[2], p:p + self.x.shape[3]]
