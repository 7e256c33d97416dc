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
        dout = np.where(self.mask, 0, dout)
        dx = dout
        return dx

x = np.array([[1.0, -0.5], [-2.0, 3.0]])
r = Relu()
print(r.forward(x))
g = np.array([[0.1, 0.2], [-0.3, -0.4]])
print(r.backward(g))
print(g)
