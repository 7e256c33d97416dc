import numpy as np


class PReLU:
    def __init__(self, n_channels, lr=0.01):
        self.alpha = np.zeros((1, n_channels, 1, 1)) + 0.25
        self.lr = lr

    def forward(self, x):
        self.x = x
        return np.maximum(0, x) + self.alpha * np.minimum(0, x)

    def backward(self, dout):
        dalpha = np.sum(dout * np.where(self.x > 0, 0, self.x), axis=(0, 2, 3), keepdims=True)
        dx = np.where(self.x > 0, dout, dout * self.alpha)
        self.alpha -= self.lr * dalpha
        return dx
