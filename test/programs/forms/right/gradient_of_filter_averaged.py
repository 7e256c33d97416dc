import numpy as np


class Conv2D:
    def __init__(self, in_channels, out_channels, kernel_size, stride=1):
        self.W = np.random.randn(out_channels, in_channels, kernel_size, kernel_size) * 0.1
        self.b = np.zeros(out_channels)
        self.k, self.s = kernel_size, stride

    def forward(self, x):
        self.x = x
        n, c, h, w = x.shape
        out = np.zeros((n, self.W.shape[0], (h - self.k) // self.s + 1, (w - self.k) // self.s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = x[:, :, i * self.s:i * self.s + self.k, j * self.s:j * self.s + self.k]
                out[:, :, i, j] = np.tensordot(window, self.W, axes=([1, 2, 3], [1, 2, 3])) + self.b
        return out

    def backward(self, dout):
        n, f, oh, ow = dout.shape
        dx = np.zeros_like(self.x)
        dW = np.zeros_like(self.W)
        for i in range(oh):
            for j in range(ow):
                rows = slice(i * self.s, i * self.s + self.k)
                cols = slice(j * self.s, j * self.s + self.k)
                dW += np.tensordot(dout[:, :, i, j], self.x[:, :, rows, cols], axes=([0], [0]))
                dx[:, :, rows, cols] += np.tensordot(dout[:, :, i, j], self.W, axes=([1], [0]))
        self.dW = dW / n
        self.db = dout.sum(axis=(0, 2, 3))
        return dx
