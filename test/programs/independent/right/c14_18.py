import numpy as np


class Relu:
    def __init__(self):
        self.keep = None

    def forward(self, x):
        self.keep = ~(x <= 0)
        return np.where(self.keep, x, 0.0)

    def backward(self, dout):
        return dout * self.keep


class LeakyRelu:
    def __init__(self, slope=0.01):
        self.slope = slope

    def forward(self, x):
        self.factor = self.slope + (1 - self.slope) * (x > 0)
        return x * self.factor

    def backward(self, dout):
        return dout * self.factor


x = np.array([[1.0, -0.5, 0.0], [-2.0, 3.0, 0.25]])
for layer in (Relu(), LeakyRelu(), LeakyRelu(0.2)):
    print(layer.forward(x))
    print(layer.backward(np.full_like(x, 2.0)))
