"""Parametric ReLU layer with a learnable slope per channel (channels first)."""
import numpy as np

class PReLU:
    def __init__(self, channels, init=0.25):
        self.alpha = np.full(channels, init)

    def forward(self, x):
        self.inp = x
        a = self.alpha[None, :, None, None]
        return np.where(x > 0, x, a * x)

    def backward(self, grad):
        neg = self.inp < 0
        a = self.alpha[None, :, None, None]
        self.dalpha = (grad * neg).sum(axis=(0, 2, 3))
        return grad * np.where(neg, a, 1.0)

rng = np.random.default_rng(11)
layer = PReLU(3)
x = rng.standard_normal((2, 3, 4, 5))
y = layer.forward(x)
gy = rng.standard_normal(y.shape)
gx = layer.backward(gy)
print(gx.shape, layer.dalpha)
