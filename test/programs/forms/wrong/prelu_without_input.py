import numpy as np


class PReLU:
    def __init__(self, channels):
        self.alpha = np.full(channels, 0.25)

    def forward(self, x):
        self.x = x
        a = self.alpha[None, :, None, None]
        return np.where(x > 0, x, a * x)

    def backward(self, dout):
        a = self.alpha[None, :, None, None]
        neg = self.x <= 0
        self.dalpha = np.sum(dout * neg, axis=(0, 2, 3))
        return dout * np.where(neg, a, 1.0)
