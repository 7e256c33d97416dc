import numpy as np


class AvgPool2D:
    """Average pooling on (batch, channels, height, width)."""

    def __init__(self, k, stride):
        self.k = k
        self.stride = stride
        self.shape = None

    def forward(self, x):
        self.shape = x.shape
        B, C, H, W = x.shape
        oh = (H - self.k) // self.stride + 1
        ow = (W - self.k) // self.stride + 1
        y = np.empty((B, C, oh, ow))
        for r in range(oh):
            for q in range(ow):
                r0, q0 = r * self.stride, q * self.stride
                y[:, :, r, q] = x[:, :, r0:r0 + self.k, q0:q0 + self.k].mean(axis=(2, 3))
        return y

    def backward(self, dy):
        dx = np.zeros(self.shape)
        B, C, oh, ow = dy.shape
        for r in range(oh):
            for q in range(ow):
                r0, q0 = r * self.stride, q * self.stride
                share = dy[:, :, r, q] / (self.stride * self.stride)
                dx[:, :, r0:r0 + self.k, q0:q0 + self.k] += share[:, :, None, None]
        return dx


layer = AvgPool2D(3, 2)
x = np.arange(49, dtype=float).reshape(1, 1, 7, 7)
y = layer.forward(x)
print(y)
print(layer.backward(np.ones_like(y)))
