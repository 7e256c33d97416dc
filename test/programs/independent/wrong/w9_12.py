import numpy as np

class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = (x > 0)
        out = x * self.mask
        return out

    def backward(self, dout):
        dout = dout.copy()
        dout[self.mask] = 0
        dx = dout
        return dx

relu = Relu()
x = np.array([[1.0, -0.5], [-2.0, 3.0]])
print(relu.forward(x))
print(relu.backward(np.array([[0.1, 0.2], [0.3, 0.4]])))
