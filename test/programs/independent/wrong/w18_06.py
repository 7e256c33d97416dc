import numpy as np


class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = (x <= 0)
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dx = dout.copy()
        dx[dx <= 0] = 0
        return dx


layer = Relu()
x = np.array([[1.0, -0.5, 3.0], [-2.0, 3.0, -1.5]])
print(layer.forward(x))
dout = np.array([[-1.0, 2.0, 0.5], [4.0, -3.0, 1.0]])
print(layer.backward(dout))
